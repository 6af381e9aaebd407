'use client';

import { Button, TextInput } from '@mantine/core';
import { edgeName } from '@holdout/diagram';
import { DIAGRAM_LIMITS, type DiagramEdge, type DiagramNode, type DiagramText } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import styles from '@/features/versions/authoring.module.css';

interface Props {
  text: DiagramText;
  onChange: (text: DiagramText) => void;
}

/** The words of a diagram: what each label reads and means, what each arrow says. */
export function PartFields({ text, onChange }: Props) {
  const t = useTranslations('diagramAuthoring');
  const { nodes, edges } = text;
  const read = (key: string) => nodes.find((node) => node.key === key)?.label ?? key;

  function word(key: string, part: Partial<DiagramNode>) {
    onChange({ ...text, nodes: nodes.map((node) => (node.key === key ? { ...node, ...part } : node)) });
  }
  function say(edge: DiagramEdge, label: string) {
    onChange({
      ...text,
      edges: edges.map((each) => (each === edge ? { ...each, label: label || null } : each)),
    });
  }
  function remove(key: string) {
    onChange({
      ...text,
      nodes: nodes.filter((node) => node.key !== key),
      edges: edges.filter(({ from, to }) => from !== key && to !== key),
    });
  }

  return (
    <>
      {nodes.length > 0 && (
        <fieldset className={styles.stack}>
          <legend>{t('labels')}</legend>
          {nodes.map(({ key, label, hint }) => (
            <div key={key} className={styles.row}>
              <TextInput
                label={t('label')}
                value={label}
                maxLength={DIAGRAM_LIMITS.label}
                onChange={(event) => word(key, { label: event.currentTarget.value })}
              />
              <TextInput
                className={styles.grow}
                label={t('hint', { label })}
                value={hint}
                maxLength={DIAGRAM_LIMITS.hint}
                onChange={(event) => word(key, { hint: event.currentTarget.value })}
              />
              <Button variant="default" aria-label={t('removeLabel', { label })} onClick={() => remove(key)}>
                {t('remove')}
              </Button>
            </div>
          ))}
        </fieldset>
      )}
      {edges.length > 0 && (
        <fieldset className={styles.choices}>
          <legend>{t('arrows')}</legend>
          {edges.map((edge) => (
            <TextInput
              key={edgeName(edge)}
              label={t('arrowSays', { from: read(edge.from), to: read(edge.to) })}
              value={edge.label ?? ''}
              maxLength={DIAGRAM_LIMITS.edgeLabel}
              onChange={(event) => say(edge, event.currentTarget.value)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

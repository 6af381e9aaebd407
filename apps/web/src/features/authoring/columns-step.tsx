import { Button, MultiSelect } from '@mantine/core';
import { DRAFT_LIMITS, namedValues, targetSettings } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/page';
import { ChoiceField } from './choice-field';
import type { FormPart } from './draft.types';
import { ImportProgress } from './import-progress';
import { ProblemList } from './problem-list';
import { SplitFields } from './split-fields';
import { SplitReport } from './split-report';
import type { useDraftImport } from './use-draft-import';
import styles from './authoring.module.css';

interface Props extends FormPart {
  work: ReturnType<typeof useDraftImport>;
  onCheck: () => void;
}

/** What is predicted and what the other columns are; then how the rows are cut, and how they would be. */
export function ColumnsStep({ work, onCheck, ...part }: Props) {
  const t = useTranslations('drafts.columns');
  const { settings, profile, change, errorOf } = part;
  const { columns, determined } = profile.table;
  const names = columns.map(({ name }) => name);
  const others = names.filter((name) => name !== settings.target);
  const target = columns.find(({ name }) => name === settings.target);
  const tells = determined.filter((each) => each.target === settings.target).map(({ column }) => column);
  return (
    <>
      <Section title={t('title')} note={t('note')}>
        <div className={styles.fields}>
          <ChoiceField
            label={t('target')}
            note={t('targetNote')}
            value={settings.target}
            choices={names}
            error={errorOf('target')}
            onChange={(name) => {
              const chosen = columns.find((column) => column.name === name);
              if (chosen) change(targetSettings(chosen));
            }}
          />
          <ChoiceField
            label={t('template')}
            note={t('templateNote')}
            value={settings.template}
            choices={profile.templates.map(({ name }) => name)}
            nameOf={(name) => t(`templateName.${name as 'regression'}`)}
            error={errorOf('template')}
            onChange={(template) => change({ template, weights: [] })}
          />
          {settings.template === 'binary-classification' && target && (
            <ChoiceField
              label={t('positive')}
              note={t('positiveNote')}
              value={settings.positive}
              choices={namedValues(target)}
              error={errorOf('positive')}
              onChange={(positive) => change({ positive })}
            />
          )}
          {(['id', 'group', 'time'] as const).map((setting) => (
            <ChoiceField
              key={setting}
              label={t(setting)}
              note={t(`${setting}Note`)}
              value={settings[setting]}
              choices={others}
              none={t('none')}
              error={errorOf(setting)}
              onChange={(name) => change({ [setting]: name })}
            />
          ))}
          {settings.template === 'binary-classification' && (
            <MultiSelect
              label={t('sensitive')}
              description={t('sensitiveNote')}
              data={others}
              maxValues={DRAFT_LIMITS.sensitive}
              {...(settings.sensitive.length === 0 && { placeholder: t('none') })}
              value={settings.sensitive}
              error={errorOf('sensitive')}
              onChange={(sensitive) => change({ sensitive })}
            />
          )}
        </div>
        {tells.length > 0 && (
          <Notice meaning="attention" title={t('tells', { columns: tells.join(', ') })}>
            {t('tellsText')}
          </Notice>
        )}
      </Section>
      <Section title={t('split')} note={t('splitNote')}>
        <SplitFields {...part} />
        <div className={styles.row}>
          <Button variant="default" loading={work.isRunning} onClick={onCheck}>
            {t('look')}
          </Button>
        </div>
        <MutationStatus error={work.error} refused={t('refused')} />
        {work.newest && <ImportProgress work={work.newest} isStale={part.isStale} />}
        <ProblemList problems={work.newest?.problems ?? []} />
        {work.newest?.report && <SplitReport report={work.newest.report} />}
      </Section>
    </>
  );
}

'use client';

import { ActionIcon, Button, Select } from '@mantine/core';
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react';
import { edgeName, type Label } from '@holdout/diagram';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { hasEdge, type Sketch, type Stroke } from './sketch';
import styles from './arrow-list.module.css';

interface Props {
  labels: readonly Label[];
  sketch: Sketch;
  textOf: (key: string) => string;
  draw: (stroke: Stroke) => void;
}

/** The same drawing as words: one line for each arrow, and two boxes to choose the ends of the next. */
export function ArrowList({ labels, sketch, textOf, draw }: Props) {
  const t = useTranslations('redraw');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const fromInput = useRef<HTMLInputElement>(null);
  const options = labels.map(({ key, label }) => ({ value: key, label }));
  const problem =
    from !== null && from === to
      ? t('sameLabel')
      : from !== null && to !== null && hasEdge(sketch, { from, to })
        ? t('drawnAlready')
        : null;

  function add() {
    if (from === null || to === null || problem) return;
    draw({ type: 'connect', from, to });
    // Both boxes empty: a label typed into a box that shows it already would choose the first of the list instead.
    setFrom(null);
    setTo(null);
    fromInput.current?.focus();
  }

  return (
    <div className={styles.list}>
      <form
        className={styles.next}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Select
          ref={fromInput}
          label={t('from')}
          data={options}
          value={from}
          onChange={setFrom}
          searchable
          // Choosing the same value again must not empty the box.
          allowDeselect={false}
          selectFirstOptionOnChange
          // Otherwise the box forgets, a moment after it opens, what the first key already chose.
          selectFirstOptionOnDropdownOpen
          nothingFoundMessage={t('noLabel')}
        />
        <Select
          label={t('to')}
          data={options}
          value={to}
          onChange={setTo}
          error={problem}
          searchable
          allowDeselect={false}
          selectFirstOptionOnChange
          selectFirstOptionOnDropdownOpen
          nothingFoundMessage={t('noLabel')}
        />
        <Button type="submit" variant="default" disabled={from === null || to === null || problem !== null}>
          {t('addArrow')}
        </Button>
      </form>
      {sketch.edges.length === 0 ? (
        <p className={styles.none}>{t('noArrows')}</p>
      ) : (
        <ol className={styles.arrows} aria-label={t('arrowsDrawn', { count: sketch.edges.length })}>
          {sketch.edges.map((edge) => {
            const names = { from: textOf(edge.from), to: textOf(edge.to) };
            return (
              <li key={edgeName(edge)}>
                <span>{t('arrow', names)}</span>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('turn', names)}
                  disabled={hasEdge(sketch, { from: edge.to, to: edge.from })}
                  onClick={() => draw({ type: 'turn', edge })}
                >
                  <IconArrowsExchange size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('removeArrow', names)}
                  onClick={() => draw({ type: 'remove', nodes: [], edges: [edge] })}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

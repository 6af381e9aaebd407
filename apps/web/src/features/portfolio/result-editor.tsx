'use client';

import { Checkbox, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PORTFOLIO_LIMITS } from '@holdout/domain';
import { OrderButton } from '@/ui/order-button';
import type { PortfolioItem } from './portfolio-item';
import { Segments } from '@/ui/segments';
import styles from './portfolio-editor.module.css';

// Formulas and highlighting are heavy: they arrive when somebody reads what they wrote.
const Prose = dynamic(() => import('@/ui/prose').then((module) => module.Prose));

const SHOWN = [
  'showsMetrics',
  'showsCriteria',
  'showsPercentile',
  'showsFigures',
  'showsModelCard',
  'showsComments',
  'showsCode',
] as const;

interface Props {
  item: PortfolioItem;
  /** Null while no credential is in force. */
  title: string | null;
  position: { isFirst: boolean; isLast: boolean };
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onChange: (item: PortfolioItem) => void;
}

/** One result: its position, what is shown with it, and its case study. */
export function ResultEditor({ item, title: known, position, onMove, onRemove, onChange }: Props) {
  const t = useTranslations('portfolio');
  const [mode, setMode] = useState<'write' | 'read'>('write');
  const title = known ?? t('gone');
  return (
    <div className={styles.item} data-testid="portfolio-item">
      <div className={styles.itemHead}>
        <h3>{title}</h3>
        <div className={styles.buttons}>
          <OrderButton
            label={t('up', { title })}
            icon={IconArrowUp}
            isDisabled={position.isFirst}
            onPress={() => onMove(-1)}
          />
          <OrderButton
            label={t('down', { title })}
            icon={IconArrowDown}
            isDisabled={position.isLast}
            onPress={() => onMove(1)}
          />
          <OrderButton label={t('remove', { title })} icon={IconX} onPress={onRemove} />
        </div>
      </div>
      <fieldset className={styles.shows}>
        <legend>{t('shows')}</legend>
        {SHOWN.map((part) => (
          <Checkbox
            key={part}
            label={t(`show.${part}`)}
            checked={item[part]}
            onChange={(event) => onChange({ ...item, [part]: event.currentTarget.checked })}
          />
        ))}
      </fieldset>
      <Segments
        label={t('caseStudy')}
        value={mode}
        onChange={setMode}
        options={[
          { value: 'write', label: t('write') },
          { value: 'read', label: t('read') },
        ]}
      />
      {mode === 'write' ? (
        <Textarea
          label={t('caseStudy')}
          description={t('caseStudyHint')}
          autosize
          minRows={4}
          maxRows={24}
          maxLength={PORTFOLIO_LIMITS.caseStudy}
          value={item.caseStudy}
          onChange={(event) => onChange({ ...item, caseStudy: event.currentTarget.value })}
        />
      ) : (
        <Prose text={item.caseStudy} />
      )}
    </div>
  );
}

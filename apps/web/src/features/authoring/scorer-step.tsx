import { Button } from '@mantine/core';
import { mayHaveOwnScorer } from '@holdout/domain';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/page';
import type { FormPart } from './draft.types';
import { templateOf } from './draft-problems';
import { ImportProgress } from './import-progress';
import { ProblemList } from './problem-list';
import { ScorerMetrics } from './scorer-metrics';
import { starterScorer } from './starter-scorer';
import { TrialTable } from './trial-table';
import type { useDraftImport } from './use-draft-import';
import styles from './authoring.module.css';

// An editor is much code; only those who write a scorer load it.
const CodeEditor = dynamic(() => import('@/ui/code-editor').then((module) => module.CodeEditor), {
  ssr: false,
});

interface Props extends FormPart {
  work: ReturnType<typeof useDraftImport>;
  onCheck: () => void;
}

/** A scorer of the assignment's own: optional, written and tried here. */
export function ScorerStep({ work, onCheck, ...part }: Props) {
  const t = useTranslations('drafts.scorer');
  const { settings, follows, change } = part;
  const template = templateOf(settings);
  if (!template || !mayHaveOwnScorer(template))
    return (
      <Section title={t('title')} note={t('note')}>
        <p>{t(template ? 'notHere' : 'templateFirst')}</p>
      </Section>
    );
  // A published scorer stays with what it measures; another one makes another assignment.
  const isKept = follows !== null && settings.scorerMetrics.length > 0;
  if (settings.scorer === '' && !isKept) {
    const begin = () => {
      const { source, metric } = starterScorer(template);
      change({ scorer: source, scorerMetrics: [metric] });
    };
    return (
      <Section title={t('title')} note={t('note')}>
        <p>{t('none')}</p>
        <div>
          <Button variant="default" onClick={begin}>
            {t('begin')}
          </Button>
        </div>
      </Section>
    );
  }
  return <WrittenScorer {...part} work={work} onCheck={onCheck} isKept={isKept} />;
}

function WrittenScorer({ work, onCheck, isKept, ...part }: Props & { isKept: boolean }) {
  const t = useTranslations('drafts.scorer');
  const { settings, change, isStale } = part;
  const { newest, isRunning, error } = work;
  const problems = newest?.problems ?? [];
  const fault = isStale ? undefined : problems.find(({ path, line }) => path === 'scorer' && line !== null);
  const mark = fault && fault.line !== null ? { line: fault.line, message: fault.message } : null;
  return (
    <>
      <Section title={t('title')} note={t('note')}>
        <Notice meaning="attention" title={t('trustTitle')}>
          {t('trustText')}
        </Notice>
        <CodeEditor
          label={t('source')}
          value={settings.scorer}
          mark={mark}
          onChange={(scorer) => change({ scorer })}
        />
        <p className={styles.quiet}>{t('sourceNote')}</p>
      </Section>
      <Section title={t('metrics')} note={t(isKept ? 'metricsKept' : 'metricsNote')}>
        <ScorerMetrics {...part} isKept={isKept} />
      </Section>
      <Section title={t('trial')} note={t('trialNote')}>
        <div className={styles.row}>
          <Button variant="default" loading={isRunning} onClick={onCheck}>
            {t('try')}
          </Button>
          {!isKept && (
            <ConfirmedButton
              label={t('remove')}
              name={t('remove')}
              variant="subtle"
              size="sm"
              title={t('removeTitle')}
              text={t('removeText')}
              keep={t('keep')}
              refused={t('refused')}
              act={() => {
                change({ scorer: '', scorerMetrics: [] });
                return Promise.resolve({});
              }}
            />
          )}
        </div>
        <MutationStatus error={error} refused={t('refused')} />
        {newest && <ImportProgress work={newest} isStale={isStale} />}
        <ProblemList problems={problems} />
        {newest?.report?.trial && <TrialTable trial={newest.report.trial} />}
      </Section>
    </>
  );
}

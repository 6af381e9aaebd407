import { useTranslations } from 'next-intl';
import { MarkedDrawing } from '@/features/diagrams/marked-drawing';
import { RegradeSection } from '@/features/regrades/regrade-section';
import { ReproductionSection } from '@/features/reproductions/reproduction-section';
import { RunCredentials } from '@/features/credentials/run-credentials';
import type { Role } from '@/generated/graphql';
import { Section } from '@/ui/page';
import { Comparison } from './fetched-parts';
import { Findings } from './findings';
import { Gates } from './gates';
import { Headline } from './headline';
import { MetricTable } from './metric-table';
import { PlotGrid } from './plot-grid';
import { RubricRows } from './rubric-rows';
import type { Score, ScoredRun } from './score.types';
import { SliceTable } from './slice-table';
import { ValidationSection } from './validation-section';

interface Props {
  run: ScoredRun;
  score: Score;
  isOwn: boolean;
  /** The reader's roles. */
  roles: readonly Role[];
}

/** What is my number, how sure is it, what next. */
export function ScoreView({ run, score, isOwn, roles }: Props) {
  const t = useTranslations('score');
  const plots = score.plots.filter(({ drawing }) => drawing === null);
  const regrade = useTranslations('regrade');
  const reproduction = useTranslations('reproduction');
  return (
    <>
      <Headline run={run} score={score} />
      {score.plots.map(
        ({ key, title, drawing }) =>
          drawing && (
            <Section key={key} id={key} title={title} note={t('drawingNote')}>
              <MarkedDrawing drawing={drawing} />
            </Section>
          ),
      )}
      <RunCredentials
        runId={run.id}
        credentials={run.credentials}
        hasSignedReceipt={run.receipt?.envelopeDigest != null}
        isPassed={run.isCounted && score.isPassed && !score.isProvisional}
        isHolder={isOwn}
        submissionId={run.submission.id}
        roles={roles}
      />
      {score.findings.length > 0 && (
        <Section title={t('findings')} note={t('findingsNote')}>
          <Findings findings={score.findings} />
        </Section>
      )}
      <Section id="rubric" title={t('rubric')} note={t('rubricNote')}>
        <RubricRows
          criteria={score.criteria}
          metrics={run.metrics}
          measuredBy={run.assignment.version?.criteria ?? []}
          passMark={score.passMark}
          isPractice={run.kind === 'PRACTICE'}
        />
      </Section>
      {run.comparison && (
        <Section id="comparison" title={t('comparison.title')} note={t('comparison.note')}>
          <Comparison runId={run.id} first={run.comparison} choices={run.earlierRuns} />
        </Section>
      )}
      {score.gates.length > 0 && (
        <Section title={t('gates')} note={t('gatesNote')}>
          <Gates gates={score.gates} />
        </Section>
      )}
      <Section id="metrics" title={t('metrics')} note={t('metricsNote')}>
        <MetricTable metrics={run.metrics} references={run.assignment.version?.metrics ?? []} />
      </Section>
      <Section id="validation" title={t('validation.title')} note={t('validation.note')}>
        <ValidationSection gaps={run.validationGaps} example={run.metrics[0]?.name ?? 'auc'} />
      </Section>
      {plots.length > 0 && (
        <Section id="plots" title={t('plots')} note={t('plotsNote')}>
          <PlotGrid plots={plots} />
        </Section>
      )}
      {score.slices.length > 0 && (
        <Section id="slices" title={t('slices')} note={t('slicesNote')}>
          <SliceTable slices={score.slices} metrics={run.metrics} />
        </Section>
      )}
      <Section id="reproduction" title={reproduction('title')} note={reproduction('note')}>
        <ReproductionSection runId={run.id} initial={run.reproductions} />
      </Section>
      <Section id="regrade" title={regrade('title')} note={regrade('note')}>
        <RegradeSection runId={run.id} initial={run.regradeRequests} isOwn={isOwn} />
      </Section>
    </>
  );
}

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { verifyLink } from '@/features/credentials/verify-link';
import { AskForReproduction } from '@/features/reproductions/ask-for-reproduction';
import { ResultReproductions } from '@/features/reproductions/result-reproductions';
import { PlotGrid } from '@/features/score/plot-grid';
import type { ShownPortfolioFragment } from '@/generated/graphql';
import { IntervalBar } from '@/ui/interval-bar';
import { LocalTime } from '@/ui/local-time';
import { Facts } from '@/ui/panel';
import { Points } from '@/ui/points';
import { Prose } from '@/ui/prose';
import { ResultCriteria } from './result-criteria';
import { ResultMetrics } from './result-metrics';
import styles from './portfolio-view.module.css';

export type ShownResult = ShownPortfolioFragment['results'][number];

/** What the scorer calls theirs when it speaks to the student; others read it here. */
const OWN_SERIES = [
  'Your model',
  'Your decisions',
  'Your forecasts',
  'Your lists',
  'Your policy',
  'Your service',
] as const;

/** One result: its number with interval and the way to verify it, then what the student chose to show with it. */
export function ResultCard({
  result,
  reproduceAt,
}: {
  result: ShownResult;
  /** The issuer's slug, where the reader may have it run again. */
  reproduceAt: string | null;
}) {
  const { assignmentTitle: title } = result;
  return (
    <section className={styles.card} aria-label={title} data-testid="portfolio-result">
      <h3>{title}</h3>
      <p className={styles.summary}>{result.assignmentSummary}</p>
      <CertifiedNumber result={result} />
      <ResultReproductions title={title} reproductions={result.reproductions} />
      {reproduceAt && (
        <AskForReproduction
          title={title}
          credentialId={result.credentialId}
          issuerSlug={reproduceAt}
          reproductions={result.reproductions}
        />
      )}
      {result.metrics.length > 0 && <ResultMetrics title={title} metrics={result.metrics} />}
      <ResultCriteria title={title} criteria={result.criteria} />
      <ShownWork result={result} />
    </section>
  );
}

/** The points with their interval, how to verify them, and what is known of how they came about. */
function CertifiedNumber({ result }: { result: ShownResult }) {
  const t = useTranslations('published');
  const assurances = useTranslations('credentials.assurance');
  const { assignmentTitle: title, points, low, high, passMark, percentile } = result;
  return (
    <>
      <p className={styles.number}>
        <strong>
          <Points value={points} low={low} high={high} />
        </strong>{' '}
        {t('points')}
        <a
          className={styles.verify}
          href={verifyLink(result.credentialAddress)}
          aria-label={t('verifyNamed', { title })}
        >
          {t('verify')}
        </a>
      </p>
      <IntervalBar value={points} low={low} high={high} passMark={passMark} />
      <Facts
        items={[
          [t('passMark'), passMark],
          [t('percentile'), percentile && t('percentileText', percentile)],
          [t('assurance'), assurances(result.assurance)],
          [t('issued'), <LocalTime key="issued" at={result.issuedAt} style="date" />],
          [t('code'), result.archiveDigest && <code className={styles.digest}>{result.archiveDigest}</code>],
          [t('commit'), result.gitCommit && <code className={styles.digest}>{result.gitCommit}</code>],
        ]}
      />
    </>
  );
}

/** What the student chose to show of the work itself. */
function ShownWork({ result }: { result: ShownResult }) {
  const t = useTranslations('published');
  const { comments, figures, files } = result;

  function seriesName(name: string): string {
    const own = OWN_SERIES.find((known) => known === name);
    return own ? t(`series.${own}`) : name;
  }

  return (
    <>
      {result.caseStudy && (
        <Part title={t('caseStudy')}>
          <Prose text={result.caseStudy} />
        </Part>
      )}
      {comments.length > 0 && (
        <Part title={t('comments')}>
          {comments.map((comment) => (
            <blockquote key={comment} className={styles.comment}>
              {comment}
            </blockquote>
          ))}
        </Part>
      )}
      {figures.length > 0 && (
        <Part title={t('figures')}>
          <PlotGrid plots={figures} seriesName={seriesName} isForPrint />
        </Part>
      )}
      {result.modelCard && (
        <Part title={t('modelCard')}>
          <Prose text={result.modelCard} />
        </Part>
      )}
      {files.length > 0 && (
        <Part title={t('files')}>
          {files.map(({ path, text }) => (
            <details key={path} className={styles.file}>
              <summary>
                <code>{path}</code>
              </summary>
              {text === null ? <p>{t('noText')}</p> : <pre tabIndex={0}>{text}</pre>}
            </details>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h4>{title}</h4>
      {children}
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { ChoiceLinks } from '@/ui/choice-links';
import { NextPage } from '@/ui/next-page';
import { Notice } from '@/ui/notice';
import { Empty, Section } from '@/ui/page';
import { Facts, Panel } from '@/ui/panel';
import { Clusters } from './clusters';
import { PairTable } from './pair-table';
import { ComparingProgress } from './progress';
import { SimilarityPlot } from './similarity-plot';
import { LEAST, similarityHref, type SimilaritySearch } from './similarity-search';
import type { Report } from './similarity.types';
import styles from './similarity.module.css';

interface Props {
  slug: string;
  report: Report;
  search: SimilaritySearch;
}

/** A report: how far it is, why there is none, or what it found. */
export function ReportView({ slug, report, search }: Props) {
  const t = useTranslations('similarity');
  switch (report.status) {
    case 'QUEUED':
    case 'RUNNING':
      return <ComparingProgress report={report} />;
    case 'FAILED':
      return (
        <Notice meaning="failed" title={t('failed')}>
          {report.error}
        </Notice>
      );
    case 'READY':
      return <Findings slug={slug} report={report} search={search} />;
  }
}

function Findings({ slug, report, search }: Props) {
  const t = useTranslations('similarity');
  const compared = report.histogram.reduce((sum, count) => sum + count, 0);
  const facts = (
    <Panel title={t('compared')}>
      <ComparedFacts report={report} pairs={compared} />
    </Panel>
  );
  if (compared === 0)
    return (
      <Section id="overview" title={t('overview')}>
        <div className={styles.overview}>
          <Empty title={t('nobodyTitle')}>{t('nobodyText')}</Empty>
          {facts}
        </div>
      </Section>
    );
  return (
    <>
      <Section id="overview" title={t('overview')} note={t('overviewNote')}>
        <div className={styles.overview}>
          <SimilarityPlot histogram={report.histogram} />
          {facts}
        </div>
      </Section>
      <Section id="clusters" title={t('clusters')} note={t('clustersNote')}>
        <ChoiceLinks
          label={t('leastSimilarity')}
          choices={LEAST.map((least) => ({
            href: similarityHref(slug, { ...search, least }),
            label: t('fromPercent', { least }),
            isCurrent: least === search.least,
          }))}
        />
        <Clusters clusters={report.clusters} slug={slug} />
      </Section>
      <Section id="pairs" title={t('pairs')} note={t('pairsNote')}>
        <PairTable pairs={report.pairs.nodes} slug={slug} />
        <NextPage
          pageInfo={report.pairs.pageInfo}
          path={`/assignments/${slug}/similarity`}
          query={{ cohort: search.cohort, report: search.report, least: String(search.least) }}
        >
          {t('morePairsPage')}
        </NextPage>
      </Section>
    </>
  );
}

function ComparedFacts({ report, pairs }: { report: Report; pairs: number }) {
  const t = useTranslations('similarity');
  const { counts, includesEarlier, givenFiles, commonFingerprints, leftOut } = report;
  return (
    <Facts
      items={[
        [t('fact.students'), counts.students],
        [t('fact.earlierStudents'), includesEarlier ? counts.earlierStudents : null],
        [t('fact.works'), counts.works],
        [t('fact.pairs'), pairs],
        [t('fact.tooShort'), counts.tooShort],
        [t('fact.leftOut'), leftOut],
        [t('fact.givenFiles'), givenFiles],
        [t('fact.common'), commonFingerprints],
      ]}
    />
  );
}

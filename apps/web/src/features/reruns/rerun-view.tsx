import { useTranslations } from 'next-intl';
import { LocalTime } from '@/ui/local-time';
import type { Meaning } from '@/ui/mark';
import { NextPage } from '@/ui/next-page';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/page';
import { Facts, Panel } from '@/ui/panel';
import { RerunActions } from './rerun-actions';
import { RerunProgress } from './rerun-progress';
import type { Rerun } from './reruns.types';
import { WorkTable } from './work-table';
import styles from './reruns.module.css';

const MEANINGS = {
  OPEN: 'attention',
  COMMITTING: 'running',
  COMMITTED: 'passed',
  DISCARDED: 'neutral',
} satisfies Record<Rerun['status'], Meaning>;

interface Props {
  slug: string;
  cohort: string;
  rerun: Rerun;
}

/** A re-run: how far it is, what it would change or changed, and what can be done with it. */
export function RerunView({ slug, cohort, rerun }: Props) {
  const t = useTranslations('reruns');
  const { status, version, summary, works } = rerun;
  const isUnderWay = status === 'COMMITTING' || (status === 'OPEN' && summary.underWay > 0);
  return (
    <>
      <Section id="rerun" title={t('onVersion', { version })}>
        <div className={styles.overview}>
          <div className={styles.status}>
            <Notice meaning={MEANINGS[status]} title={t(`status.${status}`)}>
              {t(`statusText.${status}`)}
            </Notice>
            {isUnderWay && <RerunProgress rerun={rerun} />}
            {status === 'OPEN' && <RerunActions rerun={rerun} />}
          </div>
          <Panel title={t('figures')}>
            <Figures rerun={rerun} />
          </Panel>
        </div>
      </Section>
      <Section id="preview" title={t('preview')} note={t('previewNote')}>
        <WorkTable works={works.nodes} />
        <NextPage
          pageInfo={works.pageInfo}
          path={`/assignments/${slug}/rerun`}
          query={{ cohort, rerun: rerun.id }}
        >
          {t('more')}
        </NextPage>
      </Section>
    </>
  );
}

function Figures({ rerun }: { rerun: Rerun }) {
  const t = useTranslations('reruns');
  const { summary, requestedBy, createdAt, decidedBy, decidedAt, reason } = rerun;
  const { works, scored, raised, lowered, newlyPassed, noLongerPassed } = summary;
  return (
    <Facts
      items={[
        [t('fact.works'), works],
        [t('fact.scored'), scored],
        [t('fact.failed'), summary.studentErrors || null],
        [t('fact.unfinished'), summary.unfinished || null],
        [t('fact.raised'), raised],
        [t('fact.lowered'), lowered],
        [t('fact.newlyPassed'), newlyPassed],
        [t('fact.noLongerPassed'), noLongerPassed],
        [t('fact.issued'), summary.credentialsIssued],
        [t('fact.reissued'), summary.credentialsReissued],
        [t('fact.revoked'), summary.credentialsRevoked],
        [t('fact.requestedBy'), requestedBy],
        [t('fact.requestedAt'), <LocalTime key="created" at={createdAt} />],
        [t('fact.decidedBy'), decidedBy],
        [t('fact.decidedAt'), decidedAt && <LocalTime key="decided" at={decidedAt} />],
        [t('fact.reason'), reason],
      ]}
    />
  );
}

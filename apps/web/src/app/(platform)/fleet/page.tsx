import { Group } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { EndingTable, QueueTable } from '@/features/fleet/queue-tables';
import { RunTable } from '@/features/fleet/run-table';
import { WorkerTable } from '@/features/fleet/worker-table';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { FleetDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Link } from '@/ui/link';
import { LinkButton } from '@/ui/link-button';
import { Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('fleet');

async function Page() {
  const viewer = await readViewer();
  if (!viewer || (!viewer.isOperator && !rolesIn(viewer).includes('ADMIN'))) forbidden();
  const [{ fleet }, t] = await Promise.all([load(FleetDocument, {}), getTranslations('fleet')]);
  const ownId = rolesIn(viewer).includes('ADMIN') ? (viewer.organization?.id ?? null) : null;
  const stuck = fleet.runs.filter((run) => run.stuck);
  return (
    <>
      <PageHead
        title={t('title')}
        lead={fleet.isWhole ? t('leadOperator') : t('leadAdmin')}
        aside={
          <Group gap="sm">
            {fleet.isWhole && <Link href="/fleet/log">{t('log')}</Link>}
            {fleet.isWhole && <a href="/queues/">{t('board')}</a>}
            <LinkButton variant="default" href="/fleet">
              {t('again')}
            </LinkButton>
          </Group>
        }
      />
      <Section title={t('stuckRuns')} note={t('stuckNote')}>
        {stuck.length > 0 ? (
          <RunTable label={t('stuckRuns')} runs={stuck} ownOrganizationId={ownId} />
        ) : (
          <Empty title={t('noneStuck')}>{t('noneStuckText')}</Empty>
        )}
      </Section>
      <Section title={t('workers')}>
        {fleet.workers.length > 0 ? (
          <WorkerTable workers={fleet.workers} isOperator={fleet.isWhole} />
        ) : (
          <Empty title={t('noWorkers')}>{t('noWorkersText')}</Empty>
        )}
      </Section>
      <Section title={t('queue')}>
        {fleet.queue.length > 0 ? (
          <QueueTable queue={fleet.queue} />
        ) : (
          <Empty title={t('noQueue')}>{t('noQueueText')}</Empty>
        )}
      </Section>
      {fleet.runs.length > 0 && (
        <Section title={t('runs')} note={t('runsNote')}>
          <RunTable label={t('runs')} runs={fleet.runs} ownOrganizationId={ownId} />
        </Section>
      )}
      <Section title={t('endings')}>
        {fleet.endings.length > 0 ? (
          <EndingTable endings={fleet.endings} />
        ) : (
          <Empty title={t('noEndings')}>{t('noEndingsText')}</Empty>
        )}
      </Section>
    </>
  );
}

export default withMessages(['fleet'], Page);

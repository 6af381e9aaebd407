import { getTranslations } from 'next-intl/server';
import { RunList } from '@/features/runs/run-list';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { RunsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { LinkButton } from '@/ui/link-button';
import { titled } from '@/lib/title';
import { Empty, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('attempts');

async function Page() {
  const [{ runs }, viewer, t] = await Promise.all([
    load(RunsDocument, { assignmentSlug: null, first: 20, after: null }),
    readViewer(),
    getTranslations('attempts'),
  ]);
  const isStudent = viewer !== null && rolesIn(viewer).includes('STUDENT');
  return (
    <>
      <PageHead title={t('title')} lead={t(isStudent ? 'lead' : 'leadStaff')} />
      {runs.edges.length === 0 ? (
        <Empty
          title={t('emptyTitle')}
          action={<LinkButton href="/assignments">{t('emptyAction')}</LinkButton>}
        >
          {t('emptyText')}
        </Empty>
      ) : (
        <RunList first={runs} withAssignment withStudent={!isStudent} />
      )}
    </>
  );
}

export default withMessages(['points', 'runs'], Page);

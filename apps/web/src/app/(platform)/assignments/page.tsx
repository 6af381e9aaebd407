import { getTranslations } from 'next-intl/server';
import { AssignmentList } from '@/features/assignments/assignment-list';
import { isAuthor } from '@/features/authoring/require-author';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { AssignmentsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page';

export const generateMetadata = () => titled('assignments');

export default async function Page() {
  const [{ assignments }, viewer, t] = await Promise.all([
    load(AssignmentsDocument, {}),
    readViewer(),
    getTranslations('assignments'),
  ]);
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        aside={viewer && isAuthor(viewer) ? <LinkButton href="/drafts">{t('new')}</LinkButton> : null}
      />
      <AssignmentList
        assignments={assignments}
        isStudent={viewer !== null && rolesIn(viewer).includes('STUDENT')}
      />
    </>
  );
}

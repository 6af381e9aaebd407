import { getTranslations } from 'next-intl/server';
import { AssignmentList } from '@/features/assignments/assignment-list';
import { AssignmentsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { PageHead } from '@/ui/page';

export const generateMetadata = () => titled('assignments');

export default async function Page() {
  const [{ assignments }, t] = await Promise.all([
    load(AssignmentsDocument, {}),
    getTranslations('assignments'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <AssignmentList assignments={assignments} />
    </>
  );
}

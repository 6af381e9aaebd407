import { Link } from '@/ui/link';
import { getTranslations } from 'next-intl/server';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { CohortsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Empty, PageHead } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';

export const generateMetadata = () => titled('cohorts');

export default async function Page() {
  await requireInstructor();
  const [{ cohorts }, t] = await Promise.all([load(CohortsDocument, {}), getTranslations('cohorts')]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {cohorts.length === 0 ? (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      ) : (
        <Table label={t('title')}>
          <ColumnHeads titles={[t('column.cohort')]} />
          <tbody>
            {cohorts.map(({ id, slug, name }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={`/cohorts/${slug}`}>{name}</Link>
                </th>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

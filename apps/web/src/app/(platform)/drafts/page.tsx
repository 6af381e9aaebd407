import { getTranslations } from 'next-intl/server';
import { DataUpload } from '@/features/authoring/data-upload';
import { DraftTable } from '@/features/authoring/draft-table';
import { requireAuthor } from '@/features/authoring/require-author';
import { AssignmentDraftsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs, Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('drafts');

async function Page() {
  await requireAuthor();
  const [{ assignmentDrafts }, t, places] = await Promise.all([
    load(AssignmentDraftsDocument, {}),
    getTranslations('drafts'),
    getTranslations('frame.place'),
  ]);
  return (
    <>
      <Crumbs trail={[{ label: places('assignments'), href: '/assignments' }, { label: t('title') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <Section title={t('begin')} note={t('beginNote')}>
        <DataUpload />
      </Section>
      <Section title={t('drafts')} note={t('draftsNote')}>
        {assignmentDrafts.length === 0 ? (
          <Empty title={t('none')}>{t('noneText')}</Empty>
        ) : (
          <DraftTable drafts={assignmentDrafts} />
        )}
      </Section>
    </>
  );
}

export default withMessages(['drafts'], Page);

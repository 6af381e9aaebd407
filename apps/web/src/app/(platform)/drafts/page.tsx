import { getTranslations } from 'next-intl/server';
import { DataUpload } from '@/features/authoring/data-upload';
import { DraftTable } from '@/features/authoring/draft-table';
import { FolderExport } from '@/features/authoring/folder-export';
import { FolderImport } from '@/features/authoring/folder-import';
import { requireAuthor } from '@/features/authoring/require-author';
import { AssignmentDraftsDocument, ExportableAssignmentsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs, Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('drafts');

interface Props {
  searchParams: Promise<{ export?: string }>;
}

async function Page({ searchParams }: Props) {
  await requireAuthor();
  const [{ assignmentDrafts }, { assignments }, { export: asked }, t, places] = await Promise.all([
    load(AssignmentDraftsDocument, {}),
    load(ExportableAssignmentsDocument, {}),
    searchParams,
    getTranslations('drafts'),
    getTranslations('frame.place'),
  ]);
  const published = assignments
    .filter(({ version }) => version !== null)
    .map(({ slug, title }) => ({ slug, title }));
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
      <Section id="import" title={t('folder.title')} note={t('folder.note')}>
        <FolderImport />
      </Section>
      {published.length > 0 && (
        <Section id="export" title={t('export.title')} note={t('export.note')}>
          <FolderExport assignments={published} asked={typeof asked === 'string' ? asked : null} />
        </Section>
      )}
    </>
  );
}

export default withMessages(['drafts'], Page);

import { getTranslations } from 'next-intl/server';
import { DataOutcome } from '@/features/authoring/data-outcome';
import { folderOf } from '@/features/authoring/draft-problems';
import { DraftDesk } from '@/features/authoring/draft-desk';
import { Published } from '@/features/authoring/published';
import { requireAuthor } from '@/features/authoring/require-author';
import { AssignmentDraftDocument, DraftStagesDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('draft');

async function Page({ params }: { params: Promise<{ id: string }> }) {
  await requireAuthor();
  const { id } = await params;
  const [{ assignmentDraft: draft }, { track }, t, places] = await Promise.all([
    load(AssignmentDraftDocument, { id }),
    load(DraftStagesDocument, {}),
    getTranslations('drafts'),
    getTranslations('frame.place'),
  ]);
  const title = draft.settings.title || draft.fileName;
  return (
    <>
      <Crumbs
        trail={[
          { label: places('assignments'), href: '/assignments' },
          { label: t('title'), href: '/drafts' },
          { label: title },
        ]}
      />
      <PageHead
        title={title}
        lead={
          draft.follows === null
            ? t('draftLead', { file: draft.fileName })
            : t('versionLead', { version: draft.follows })
        }
      />
      {draft.status === 'EDITED' && draft.profile ? (
        <DraftDesk draft={draft} profile={draft.profile} stages={track?.stages ?? []} />
      ) : draft.status === 'PUBLISHED' ? (
        <Published report={draft.newestImport?.report ?? null} folder={folderOf(draft)} />
      ) : (
        <DataOutcome draft={draft} />
      )}
    </>
  );
}

export default withMessages(
  ['assignment.profile', 'drafts', 'rubric.mode', 'ui.callout', 'versions.figure'],
  Page,
);

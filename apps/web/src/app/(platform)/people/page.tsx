import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { InviteForm } from '@/features/people/invite-form';
import { InvitationTable } from '@/features/people/invitation-table';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { PeopleDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('people');

export default async function Page() {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const [{ invitations, cohorts }, t] = await Promise.all([
    load(PeopleDocument, {}),
    getTranslations('people'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section title={t('invite')} note={t('inviteNote')}>
        <InviteForm cohorts={cohorts} />
      </Section>
      <Section title={t('invitations')}>
        <InvitationTable invitations={invitations} />
      </Section>
    </>
  );
}

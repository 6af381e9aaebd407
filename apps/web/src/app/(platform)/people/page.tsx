import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { InviteForm } from '@/features/people/invite-form';
import { InvitationTable } from '@/features/people/invitation-table';
import { MemberTable } from '@/features/people/member-table';
import { RosterImport } from '@/features/people/roster-import';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { PeopleDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { NextPage } from '@/ui/next-page';
import { PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('people');

interface Props {
  searchParams: Promise<{ after?: string }>;
}

async function Page({ searchParams }: Props) {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const { after } = await searchParams;
  const [{ memberships, invitations, cohorts }, t, roster] = await Promise.all([
    load(PeopleDocument, { after: typeof after === 'string' ? after : null }),
    getTranslations('people'),
    getTranslations('roster'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section title={t('invite')} note={t('inviteNote')}>
        <InviteForm cohorts={cohorts} />
      </Section>
      <Section title={roster('title')} note={roster('note')}>
        <RosterImport />
      </Section>
      <Section title={t('singleSignOn')} note={t('singleSignOnNote')}>
        <LinkButton variant="default" href="/people/single-sign-on">
          {t('singleSignOnOpen')}
        </LinkButton>
      </Section>
      <Section title={t('members')}>
        <MemberTable members={memberships.nodes} />
        <NextPage pageInfo={memberships.pageInfo} path="/people">
          {t('nextMembers')}
        </NextPage>
        {after && (
          <LinkButton variant="default" mt="md" href="/people">
            {t('firstMembers')}
          </LinkButton>
        )}
      </Section>
      <Section title={t('invitations')}>
        <InvitationTable invitations={invitations} />
      </Section>
    </>
  );
}

export default withMessages(['people', 'roster'], Page);

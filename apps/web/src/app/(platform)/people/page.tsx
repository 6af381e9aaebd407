import { NativeSelect } from '@mantine/core';
import { ROLES } from '@holdout/domain';
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
import { Empty, PageHead, Section } from '@/ui/page';
import { SearchForm } from '@/ui/search-form';

export const generateMetadata = () => titled('people');

async function Page({ searchParams }: PageProps<'/people'>) {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const given = await searchParams;
  const after = textOf(given.after) || null;
  const search = textOf(given.search);
  const role = ROLES.find((known) => known === given.role) ?? null;
  const email = textOf(given.email);
  const [{ memberships, invitations, cohorts }, t, roster, roles] = await Promise.all([
    load(PeopleDocument, { after, search, role, email: isAddress(email) ? email : null }),
    getTranslations('people'),
    getTranslations('roster'),
    getTranslations('roles'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section title={t('invite')} note={t('inviteNote')}>
        <InviteForm cohorts={cohorts} />
      </Section>
      <Section title={roster('title')} note={roster('note')}>
        <RosterImport />
        <LinkButton variant="default" mt="md" href="/people/imports">
          {roster('imports')}
        </LinkButton>
      </Section>
      <Section title={t('singleSignOn')} note={t('singleSignOnNote')}>
        <LinkButton variant="default" href="/people/single-sign-on">
          {t('singleSignOnOpen')}
        </LinkButton>
      </Section>
      <Section id="members" title={t('members')}>
        <SearchForm path="/people" label={t('findMember')} value={search} isNarrowed={role !== null}>
          <NativeSelect
            name="role"
            label={t('role')}
            defaultValue={role ?? ''}
            data={[
              { value: '', label: t('anyRole') },
              ...ROLES.map((value) => ({ value, label: roles(value) })),
            ]}
          />
        </SearchForm>
        {memberships.nodes.length === 0 ? (
          <Empty title={t('noMember')}>{t('noMemberText')}</Empty>
        ) : (
          <MemberTable members={memberships.nodes} />
        )}
        <NextPage
          pageInfo={memberships.pageInfo}
          path="/people"
          query={{ ...(search && { search }), ...(role && { role }) }}
        >
          {t('nextMembers')}
        </NextPage>
        {after && (
          <LinkButton variant="default" mt="md" href="/people">
            {t('firstMembers')}
          </LinkButton>
        )}
      </Section>
      <Section title={t('invitations')} note={t('invitationsNote')}>
        <SearchForm path="/people" name="email" label={t('invitedEmail')} value={email} />
        <InvitationTable invitations={invitations} isFound={isAddress(email)} />
      </Section>
    </>
  );
}

const textOf = (given: string | string[] | undefined) => (typeof given === 'string' ? given.trim() : '');

/** Whether it can be asked for: anything else is shown in the field again, to be corrected. */
const isAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

export default withMessages(['people', 'roster', 'oneTimeLink', 'searchForm'], Page);

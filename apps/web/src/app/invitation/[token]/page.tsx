import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import { InvitationForm } from '@/features/sign-in/invitation-form';
import { readViewer } from '@/features/viewer/read-viewer';
import { InvitedToDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { Link } from '@/ui/link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitation'))('title') };
}

async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params;
  const [viewer, { invitedTo }, t, roles] = await Promise.all([
    readViewer(),
    load(InvitedToDocument, { token }),
    getTranslations('invitation'),
    getTranslations('roles'),
  ]);
  if (!invitedTo)
    return (
      <Entrance title={t('closedTitle')} lead={t('closed')}>
        <Link href={viewer ? '/' : '/sign-in'}>{t(viewer ? 'toStart' : 'toSignIn')}</Link>
      </Entrance>
    );
  const to = { organization: invitedTo.organizationName, role: roles(invitedTo.role) };
  return (
    <Entrance
      title={t('titleOf', to)}
      lead={viewer ? t('leadSignedIn', { ...to, email: viewer.email }) : t('lead', to)}
      logoUrl={invitedTo.logoUrl}
    >
      <InvitationForm token={token} isSignedIn={viewer !== null} />
    </Entrance>
  );
}

export default withMessages(['invitation', 'signIn', 'secondFactor'], InvitationPage);

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import { InvitationForm } from '@/features/sign-in/invitation-form';
import { readViewer } from '@/features/viewer/read-viewer';
import { withMessages } from '@/i18n/with-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitation'))('title') };
}

async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params;
  const [viewer, t] = await Promise.all([readViewer(), getTranslations('invitation')]);
  return (
    <Entrance title={t('title')} lead={viewer ? t('leadSignedIn', { email: viewer.email }) : t('lead')}>
      <InvitationForm token={token} isSignedIn={viewer !== null} />
    </Entrance>
  );
}

export default withMessages(['invitation', 'signIn'], InvitationPage);

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import { ForgottenPasswordForm } from '@/features/sign-in/forgotten-password-form';
import { withMessages } from '@/i18n/with-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forgottenPassword'))('title') };
}

async function ForgottenPasswordPage() {
  const t = await getTranslations('forgottenPassword');
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <ForgottenPasswordForm />
    </Entrance>
  );
}

export default withMessages(['forgottenPassword', 'signIn'], ForgottenPasswordPage);

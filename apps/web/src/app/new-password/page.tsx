import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import { NewPasswordForm } from '@/features/sign-in/new-password-form';
import { withMessages } from '@/i18n/with-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newPassword'))('title') };
}

async function NewPasswordPage() {
  const t = await getTranslations('newPassword');
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <NewPasswordForm />
    </Entrance>
  );
}

export default withMessages(['newPassword', 'signIn'], NewPasswordPage);

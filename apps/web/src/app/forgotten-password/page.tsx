import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import { ForgottenPasswordForm } from '@/features/sign-in/forgotten-password-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forgottenPassword'))('title') };
}

export default async function ForgottenPasswordPage() {
  const t = await getTranslations('forgottenPassword');
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <ForgottenPasswordForm />
    </Entrance>
  );
}

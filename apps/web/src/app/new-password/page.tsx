import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import { NewPasswordForm } from '@/features/sign-in/new-password-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newPassword'))('title') };
}

export default async function NewPasswordPage() {
  const t = await getTranslations('newPassword');
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <NewPasswordForm />
    </Entrance>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accountDeleted'))('title') };
}

export default async function AccountDeletedPage() {
  const t = await getTranslations('accountDeleted');
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <p>{t('text')}</p>
    </Entrance>
  );
}

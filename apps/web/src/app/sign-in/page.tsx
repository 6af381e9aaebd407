import { safeNext } from '@holdout/domain';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import { SignInForm } from '@/features/sign-in/sign-in-form';
import { withMessages } from '@/i18n/with-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams;
  const t = await getTranslations('signIn');
  return (
    <Entrance title={t('title')} lead={t('lead')}>
      <SignInForm next={safeNext(next)} isDemo={process.env.HOLDOUT_DEMO === '1'} />
    </Entrance>
  );
}

export default withMessages(['passkeys', 'secondFactor', 'signIn'], SignInPage);

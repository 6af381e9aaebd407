import { safeNext } from '@holdout/domain';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import { FindOrganizationForm } from '@/features/single-sign-on/find-organization-form';
import { SignInProblem } from '@/features/single-sign-on/sign-in-problem';
import { withMessages } from '@/i18n/with-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('singleSignOn'))('findTitle') };
}

async function FindOrganizationPage({ searchParams }: PageProps<'/sign-in/with'>) {
  const [{ next, problem, correlation }, t] = await Promise.all([
    searchParams,
    getTranslations('singleSignOn'),
  ]);
  return (
    <Entrance title={t('findTitle')} lead={t('findLead')}>
      {typeof problem === 'string' && (
        <SignInProblem problem={problem} correlation={typeof correlation === 'string' ? correlation : null} />
      )}
      <FindOrganizationForm next={safeNext(next)} />
    </Entrance>
  );
}

export default withMessages(['singleSignOn'], FindOrganizationPage);

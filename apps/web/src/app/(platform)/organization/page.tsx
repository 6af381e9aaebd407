import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { NewCohort } from '@/features/organization/cohort-dialogs';
import { CohortTable } from '@/features/organization/cohort-table';
import { LogoField } from '@/features/organization/logo-field';
import { SettingsForm } from '@/features/organization/settings-form';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { OrganizationSettingsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('organization');

async function Page() {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const [{ organizationSettings: settings, cohortSettings: cohorts }, t] = await Promise.all([
    load(OrganizationSettingsDocument, {}),
    getTranslations('organization'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} aside={<NewCohort />} />
      <Section title={t('cohorts')} note={t('cohortsNote')}>
        {cohorts.length === 0 ? (
          <Empty title={t('noCohorts')}>{t('noCohortsText')}</Empty>
        ) : (
          <CohortTable cohorts={cohorts} />
        )}
      </Section>
      <Section title={t('look')} note={t('lookNote', { slug: settings.slug })}>
        <SettingsForm settings={settings} />
        <LogoField logoUrl={settings.logoUrl} name={settings.name} />
      </Section>
    </>
  );
}

export default withMessages(['organization'], Page);

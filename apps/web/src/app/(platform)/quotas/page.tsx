import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { QuotaForm } from '@/features/quotas/quota-form';
import { QuotaTable } from '@/features/quotas/quota-table';
import { QuotaUse } from '@/features/quotas/quota-use';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { QuotasDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('quotas');

async function Page() {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const [{ quotas, organizationQuota, cohorts }, t] = await Promise.all([
    load(QuotasDocument, {}),
    getTranslations('quotas'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {organizationQuota.length > 0 && (
        <Section title={t('use')} note={t('day')}>
          <QuotaUse states={organizationQuota} />
        </Section>
      )}
      <Section title={t('setTitle')} note={t('setNote')}>
        <QuotaForm cohorts={cohorts} />
      </Section>
      <Section title={t('quotas')} note={t('order')}>
        {quotas.length > 0 ? (
          <QuotaTable quotas={quotas} />
        ) : (
          <Empty title={t('none')}>{t('noneText')}</Empty>
        )}
      </Section>
    </>
  );
}

export default withMessages(['quotas'], Page);

import { getTranslations } from 'next-intl/server';
import { OwnQuotaDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { Panel } from '@/ui/panel';
import { QuotaUse } from './quota-use';

/** Stands where a student hands in, when an admin has limited what they may use. */
export async function OwnQuota() {
  const [{ ownQuota }, t] = await Promise.all([load(OwnQuotaDocument, {}), getTranslations('quotas')]);
  if (ownQuota.length === 0) return null;
  return (
    <Panel title={t('own')}>
      <QuotaUse states={ownQuota} />
    </Panel>
  );
}

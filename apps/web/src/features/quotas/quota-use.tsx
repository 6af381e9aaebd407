import { useTranslations } from 'next-intl';
import { sizeText } from '@holdout/domain';
import type { QuotaUseFragment } from '@/generated/graphql';
import { Facts } from '@/ui/panel';

/** The reader's limits, and how much of each is used. */
export function QuotaUse({ states }: { states: QuotaUseFragment[] }) {
  const t = useTranslations('quotas');
  return (
    <Facts
      items={states.map(({ what, limit, used }) => [
        t(`what.${what}`),
        what === 'STORAGE'
          ? t('used.STORAGE', { used: sizeText(used), limit: sizeText(limit) })
          : t(`used.${what}`, { used: Math.ceil(used), limit }),
      ])}
    />
  );
}

import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';

/** For people signed in through their organization, who cannot change what belongs to the whole account. */
export function AccountElsewhere({ organization }: { organization: string }) {
  const t = useTranslations('settings');
  return (
    <Notice meaning="neutral" title={t('accountOfOrganization', { organization })}>
      {t('accountElsewhere', { organization })}
    </Notice>
  );
}

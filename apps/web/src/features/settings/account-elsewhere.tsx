import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';

/** For whoever signed in through their organization: what is the whole account's is not its to change. */
export function AccountElsewhere({ organization }: { organization: string }) {
  const t = useTranslations('settings');
  return (
    <Notice meaning="neutral" title={t('accountOfOrganization', { organization })}>
      {t('accountElsewhere', { organization })}
    </Notice>
  );
}

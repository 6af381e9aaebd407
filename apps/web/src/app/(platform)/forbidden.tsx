import { useTranslations } from 'next-intl';
import { DeadEnd } from '@/ui/dead-end';

export default function Forbidden() {
  const t = useTranslations('deadEnd');
  return (
    <DeadEnd code="403" title={t('forbiddenTitle')}>
      <p>{t('forbiddenText')}</p>
    </DeadEnd>
  );
}

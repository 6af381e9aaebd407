import { useTranslations } from 'next-intl';
import { DeadEnd } from '@/ui/dead-end';

export default function NotFound() {
  const t = useTranslations('deadEnd');
  return (
    <DeadEnd code="404" title={t('notFoundTitle')}>
      <p>{t('notFoundText')}</p>
    </DeadEnd>
  );
}

import { useTranslations } from 'next-intl';
import { OpenFrame } from '@/features/frame/open-frame';
import { DeadEnd } from '@/ui/dead-end';
import { titled } from '@/lib/title';

export const generateMetadata = () => titled('notFound');

export default function NotFound() {
  const t = useTranslations('deadEnd');
  return (
    <OpenFrame>
      <DeadEnd code="404" title={t('notFoundTitle')}>
        <p>{t('nowhereText')}</p>
      </DeadEnd>
    </OpenFrame>
  );
}

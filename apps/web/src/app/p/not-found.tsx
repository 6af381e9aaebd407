import { useTranslations } from 'next-intl';
import { OpenFrame } from '@/features/frame/open-frame';
import { DeadEnd } from '@/ui/dead-end';

/** The reader was given a link, and may have no account. */
export default function NotFound() {
  const t = useTranslations('deadEnd');
  return (
    <OpenFrame>
      <DeadEnd code="404" title={t('notSharedTitle')}>
        <p>{t('notSharedText')}</p>
      </DeadEnd>
    </OpenFrame>
  );
}

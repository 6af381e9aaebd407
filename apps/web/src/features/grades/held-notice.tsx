import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';

/** Why a run that ended well shows no result; to staff, that its student does not see it yet. */
export function HeldNotice({ isOwn }: { isOwn: boolean }) {
  const t = useTranslations('grades');
  return (
    <Notice meaning="attention" title={t(isOwn ? 'heldTitle' : 'heldForStaffTitle')}>
      {t(isOwn ? 'heldText' : 'heldForStaffText')}
    </Notice>
  );
}

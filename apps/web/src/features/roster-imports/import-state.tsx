import { useTranslations } from 'next-intl';
import type { RosterImportFieldsFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { tableStyles } from '@/ui/table';

/** Whether an import holds, can still be undone, or was. */
export function ImportState({ roster }: { roster: RosterImportFieldsFragment }) {
  const t = useTranslations('rosterImports');
  if (!roster.undoneAt)
    return (
      <Mark meaning={roster.mayUndo ? 'passed' : 'neutral'}>{t(roster.mayUndo ? 'inForce' : 'forGood')}</Mark>
    );
  return (
    <>
      <Mark meaning="neutral">{t('undone')}</Mark>
      <div className={tableStyles.quiet}>
        <LocalTime at={roster.undoneAt} />
      </div>
    </>
  );
}

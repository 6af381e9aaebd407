import { useTranslations } from 'next-intl';
import type { DatesFieldsFragment, ExtensionFieldsFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import styles from './students-panel.module.css';
import { WithdrawButton } from './withdraw-button';

interface Props {
  extensions: readonly ExtensionFieldsFragment[];
  dates: readonly DatesFieldsFragment[];
  /** The owner of the extensions. A student's own can be withdrawn here, and those of a group at the group. */
  of: { name: string; cohortId: string; studentIds: string[]; groupIds: string[] };
}

/** What was granted, why and by whom. */
export function ExtensionLines({ extensions, dates, of: { name, ...from } }: Props) {
  const t = useTranslations('cohorts');
  const isGroup = from.groupIds.length > 0;
  return extensions.map(({ assignmentId, groupName, dueAt, extraCertifications, reason, grantedBy }) => {
    const assignment = dates.find((known) => known.assignment.id === assignmentId)?.assignment;
    if (!assignment) return null;
    return (
      <p key={`${assignmentId} ${groupName}`} className={styles.extension}>
        {assignment.title}: {dueAt && <LocalTime at={dueAt} style="zoned" />}{' '}
        {extraCertifications > 0 && t('extra', { count: extraCertifications })}{' '}
        {groupName && !isGroup
          ? t('whyOfGroup', { group: groupName, reason, name: grantedBy })
          : t('why', { reason, name: grantedBy })}{' '}
        {(isGroup || !groupName) && (
          <WithdrawButton
            name={name}
            title={assignment.title}
            from={{ ...from, assignmentSlug: assignment.slug }}
          />
        )}
      </p>
    );
  });
}

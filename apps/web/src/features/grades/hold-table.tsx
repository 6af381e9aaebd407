import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { GradedAssignmentFieldsFragment } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import { HoldButton } from './hold-button';

interface Props {
  cohortId: string;
  assignments: GradedAssignmentFieldsFragment[];
}

/** Which grades the students of a cohort may see. */
export function HoldTable({ cohortId, assignments }: Props) {
  const t = useTranslations('grades');
  if (assignments.length === 0) return <Empty title={t('noneTitle')}>{t('noneText')}</Empty>;
  return (
    <Table label={t('release')}>
      <ColumnHeads
        titles={(['assignment', 'certified', 'shown', 'action'] as const).map((key) => t(`column.${key}`))}
      />
      <tbody>
        {assignments.map((assignment) => (
          <tr key={assignment.id}>
            <th scope="row">
              <Link href={`/assignments/${assignment.slug}`}>{assignment.title}</Link>
            </th>
            <td className="num">{assignment.certified}</td>
            <td>
              <Mark meaning={assignment.isHeld ? 'attention' : 'neutral'}>
                {t(assignment.isHeld ? 'held' : 'atOnce')}
              </Mark>
            </td>
            <td>
              <HoldButton cohortId={cohortId} assignment={assignment} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

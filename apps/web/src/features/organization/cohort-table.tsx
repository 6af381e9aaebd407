'use client';

import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ArchiveCohortDocument, type CohortRowFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';
import { ChangeCohort } from './cohort-dialogs';

const COLUMNS = ['cohort', 'state', 'students', 'timeZone', 'startsAt', 'endsAt', 'action'] as const;

/** Every cohort, archived ones last. */
export function CohortTable({ cohorts }: { cohorts: CohortRowFragment[] }) {
  const t = useTranslations('organization');
  return (
    <Table label={t('cohorts')} narrow="stacked">
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {cohorts.map((cohort) => (
          <tr key={cohort.id}>
            <th scope="row">
              {cohort.name}
              <div className={tableStyles.quiet}>{cohort.slug}</div>
            </th>
            <td data-label={t('column.state')}>
              <Mark meaning={cohort.archivedAt ? 'neutral' : 'passed'}>
                {t(cohort.archivedAt ? 'archived' : 'inUse')}
              </Mark>
            </td>
            <td data-label={t('column.students')}>{cohort.students}</td>
            <td data-label={t('column.timeZone')}>{cohort.timeZone}</td>
            <td data-label={t('column.startsAt')}>
              {cohort.startsAt ? <LocalTime at={cohort.startsAt} /> : t('noDay')}
            </td>
            <td data-label={t('column.endsAt')}>
              {cohort.endsAt ? <LocalTime at={cohort.endsAt} /> : t('noDay')}
            </td>
            <td>
              <Group gap="xs">
                <ChangeCohort cohort={cohort} />
                <ArchiveButton cohort={cohort} />
              </Group>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function ArchiveButton({ cohort: { id, name, archivedAt } }: { cohort: CohortRowFragment }) {
  const t = useTranslations('organization');
  const [archive] = useMutation(ArchiveCohortDocument, { errorPolicy: 'all' });
  const act = archivedAt ? 'restore' : 'archive';
  return (
    <ConfirmedButton
      label={t(act)}
      name={t(`${act}Of`, { name })}
      title={t(`${act}Of`, { name })}
      text={t(`${act}Text`)}
      keep={t('keep')}
      refused={t('refused')}
      act={() => archive({ variables: { id, isArchived: archivedAt === null } })}
    />
  );
}

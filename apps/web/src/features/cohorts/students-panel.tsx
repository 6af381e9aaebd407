'use client';

import { Checkbox } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type {
  CohortGroupFieldsFragment,
  DatesFieldsFragment,
  EnrolledStudentFieldsFragment,
} from '@/generated/graphql';
import { Empty } from '@/ui/page';
import { Table } from '@/ui/table';
import { ExtensionForm } from './extension-form';
import { ExtensionLines } from './extension-lines';
import { GroupTable } from './group-table';
import { LateDaysForm } from './late-days-form';
import { NewGroupForm } from './new-group-form';
import { TakeOutButton } from './take-out-button';
import { recipientsOf, toggled } from './recipients';
import styles from './students-panel.module.css';

interface Props {
  cohortId: string;
  dates: DatesFieldsFragment[];
  students: EnrolledStudentFieldsFragment[];
  groups: CohortGroupFieldsFragment[];
}

/** Students with what they were granted; those chosen, and groups, get an extension or late days together. */
export function StudentsPanel({ cohortId, dates, students, groups }: Props) {
  const t = useTranslations('cohorts');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [groupIds, setGroupIds] = useState<readonly string[]>([]);
  if (students.length === 0) return <Empty title={t('noStudentsTitle')}>{t('noStudentsText')}</Empty>;
  const to = recipientsOf(chosen, groupIds, groups);
  return (
    <>
      <Checkbox
        className={styles.all}
        label={t('chooseAll')}
        checked={chosen.length === students.length}
        indeterminate={chosen.length > 0 && chosen.length < students.length}
        onChange={() =>
          setChosen(chosen.length === students.length ? [] : students.map(({ studentId }) => studentId))
        }
      />
      <Table label={t('students')} narrow="stacked">
        <thead>
          <tr>
            <td />
            {(['student', 'lateDays', 'extensions', 'action'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {students.map(({ enrollmentId, studentId, name, lateDaysLeft, extensions }) => (
            <tr key={studentId}>
              <td>
                <Checkbox
                  aria-label={t('choose', { name })}
                  checked={chosen.includes(studentId)}
                  onChange={() => setChosen(toggled(chosen, studentId))}
                />
              </td>
              <th scope="row">{name}</th>
              <td data-label={t('column.lateDays')}>{lateDaysLeft}</td>
              <td
                className={styles.extensions}
                data-label={extensions.length > 0 ? t('column.extensions') : undefined}
              >
                <ExtensionLines
                  extensions={extensions}
                  dates={dates}
                  of={{ name, cohortId, studentIds: [studentId], groupIds: [] }}
                />
              </td>
              <td>
                <TakeOutButton enrollmentId={enrollmentId} name={name} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className={styles.grants}>
        <section aria-label={t('groups')} className={styles.groups}>
          <h3>{t('groups')}</h3>
          <p>{t('groupsNote')}</p>
          {groups.length > 0 && (
            <GroupTable
              cohortId={cohortId}
              dates={dates}
              groups={groups}
              chosen={groupIds}
              onChoose={(id) => setGroupIds(toggled(groupIds, id))}
              studentIds={chosen}
            />
          )}
          <NewGroupForm cohortId={cohortId} studentIds={chosen} />
        </section>
        <ExtensionForm cohortId={cohortId} dates={dates} to={to} />
        <LateDaysForm cohortId={cohortId} to={to} />
      </div>
    </>
  );
}

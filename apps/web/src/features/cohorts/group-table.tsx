'use client';

import { Button, Checkbox, Group } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  ChangeGroupDocument,
  RemoveGroupDocument,
  type CohortGroupFieldsFragment,
  type DatesFieldsFragment,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { MutationStatus } from '@/ui/mutation-status';
import { ColumnHeads, Table } from '@/ui/table';
import { ExtensionLines } from './extension-lines';
import styles from './students-panel.module.css';

interface Props {
  cohortId: string;
  dates: readonly DatesFieldsFragment[];
  groups: readonly CohortGroupFieldsFragment[];
  chosen: readonly string[];
  onChoose: (groupId: string) => void;
  /** Students chosen above, to be put in or taken out. */
  studentIds: readonly string[];
}

/** The groups of a cohort: to be chosen, who is in them, and what they were granted. */
export function GroupTable({ cohortId, dates, groups, chosen, onChoose, studentIds }: Props) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const [join, { error, loading }] = useMutation(ChangeGroupDocument, { errorPolicy: 'all' });
  const [change] = useMutation(ChangeGroupDocument, { errorPolicy: 'all' });
  const [removeGroup] = useMutation(RemoveGroupDocument, { errorPolicy: 'all' });

  async function add(groupId: string) {
    const answer = await join({ variables: { input: { groupId, add: [...studentIds], remove: [] } } });
    if (!answer.error) router.refresh();
  }

  return (
    <>
      <Table label={t('groups')} narrow="stacked">
        <ColumnHeads
          titles={(['group', 'members', 'granted', 'action'] as const).map((key) => t(`column.${key}`))}
        />
        <tbody>
          {groups.map(({ id, name, students, extensions, lateDays }) => (
            <tr key={id}>
              <th scope="row">
                <Checkbox
                  label={name}
                  aria-label={t('chooseGroup', { name })}
                  checked={chosen.includes(id)}
                  onChange={() => onChoose(id)}
                />
              </th>
              <td data-label={t('column.members')}>
                {students.length > 0 ? students.map((student) => student.name).join(', ') : t('nobodyIn')}
              </td>
              <td data-label={t('column.granted')} className={styles.extensions}>
                {lateDays !== null && (
                  <p className={styles.extension}>{t('lateDaysOf', { days: lateDays })}</p>
                )}
                <ExtensionLines
                  extensions={extensions}
                  dates={dates}
                  of={{ name, cohortId, studentIds: [], groupIds: [id] }}
                />
                {lateDays === null && extensions.length === 0 && t('nothingGranted')}
              </td>
              <td>
                <Group gap="xs">
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={studentIds.length === 0 || loading}
                    aria-label={t('group.addNamed', { name })}
                    onClick={() => void add(id)}
                  >
                    {t('group.add')}
                  </Button>
                  <ConfirmedButton
                    label={t('group.remove')}
                    name={t('group.removeNamed', { name })}
                    title={t('group.removeTitle', { count: studentIds.length, name })}
                    text={t('group.removeText')}
                    keep={t('cancel')}
                    refused={t('refused')}
                    disabled={studentIds.length === 0 || loading}
                    act={() =>
                      change({ variables: { input: { groupId: id, add: [], remove: [...studentIds] } } })
                    }
                  />
                  <ConfirmedButton
                    label={t('group.delete')}
                    name={t('group.deleteNamed', { name })}
                    title={t('group.deleteTitle', { name })}
                    text={t('group.deleteText')}
                    keep={t('cancel')}
                    refused={t('refused')}
                    act={() => removeGroup({ variables: { id } })}
                  />
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <MutationStatus error={error} refused={t('refused')} />
    </>
  );
}

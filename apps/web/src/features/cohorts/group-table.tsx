'use client';

import { Button, Checkbox, Group } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  ChangeGroupDocument,
  RemoveGroupDocument,
  type CohortGroupFieldsFragment,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { MutationStatus } from '@/ui/mutation-status';
import { ColumnHeads, Table } from '@/ui/table';

interface Props {
  groups: readonly CohortGroupFieldsFragment[];
  chosen: readonly string[];
  onChoose: (groupId: string) => void;
  /** Students chosen above, to be put in or taken out. */
  studentIds: readonly string[];
}

/** The groups of a cohort: to be chosen, and who is in them. */
export function GroupTable({ groups, chosen, onChoose, studentIds }: Props) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const [change, { error, loading }] = useMutation(ChangeGroupDocument, { errorPolicy: 'all' });
  const [removeGroup] = useMutation(RemoveGroupDocument, { errorPolicy: 'all' });

  async function alter(groupId: string, what: 'add' | 'remove') {
    const [add, remove] = what === 'add' ? [[...studentIds], []] : [[], [...studentIds]];
    const answer = await change({ variables: { input: { groupId, add, remove } } });
    if (!answer.error) router.refresh();
  }

  return (
    <>
      <Table label={t('groups')} narrow="stacked">
        <ColumnHeads titles={(['group', 'members', 'action'] as const).map((key) => t(`column.${key}`))} />
        <tbody>
          {groups.map(({ id, name, students }) => (
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
              <td>
                <Group gap="xs">
                  {(['add', 'remove'] as const).map((what) => (
                    <Button
                      key={what}
                      size="compact-sm"
                      variant="default"
                      disabled={studentIds.length === 0 || loading}
                      aria-label={t(`group.${what}Named`, { name })}
                      onClick={() => void alter(id, what)}
                    >
                      {t(`group.${what}`)}
                    </Button>
                  ))}
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

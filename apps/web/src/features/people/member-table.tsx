import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LookAsButton } from '@/features/impersonation/look-as-button';
import type { MemberFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { ColumnHeads, Table } from '@/ui/table';
import { ChangeRoleButton } from './change-role-button';
import { RemoveButton } from './remove-button';

/** Who is in the organization, in order of joining. Nobody removes themselves by mistake here. */
export function MemberTable({ members }: { members: MemberFragment[] }) {
  const t = useTranslations('people');
  const roles = useTranslations('roles');
  return (
    <Table label={t('members')} narrow="stacked">
      <ColumnHeads titles={(['name', 'role', 'joined', 'action'] as const).map((key) => t(key))} />
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">{member.name}</th>
            <td data-label={t('role')}>{roles(member.role)}</td>
            <td data-label={t('joined')}>
              <LocalTime at={member.joinedAt} />
            </td>
            <td>
              {member.isViewer ? (
                t('you')
              ) : (
                <Group gap="xs">
                  {member.role === 'STUDENT' && <LookAsButton membershipId={member.id} name={member.name} />}
                  <ChangeRoleButton member={member} />
                  <RemoveButton member={member} />
                </Group>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

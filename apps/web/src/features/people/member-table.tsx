import { useTranslations } from 'next-intl';
import { LookAsButton } from '@/features/impersonation/look-as-button';
import type { MemberFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { ColumnHeads, Table } from '@/ui/table';
import { RemoveButton } from './remove-button';

/** Who is in the organization, in order of joining. Nobody removes themselves by mistake here. */
export function MemberTable({ members }: { members: MemberFragment[] }) {
  const t = useTranslations('people');
  const roles = useTranslations('roles');
  return (
    <Table label={t('members')}>
      <ColumnHeads titles={(['name', 'role', 'joined', 'action'] as const).map((key) => t(key))} />
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <th scope="row">{member.name}</th>
            <td>{roles(member.role)}</td>
            <td>
              <LocalTime at={member.joinedAt} />
            </td>
            <td>
              {member.role === 'STUDENT' && !member.isViewer && (
                <LookAsButton membershipId={member.id} name={member.name} />
              )}
              {member.isViewer ? t('you') : <RemoveButton member={member} />}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

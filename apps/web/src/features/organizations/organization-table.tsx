'use client';

import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ArchiveOrganizationDocument, type WatchedOrganizationRowFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';
import { ChangeOrganization } from './change-organization';
import { InviteAdministrator } from './invite-administrator';

const COLUMNS = ['organization', 'state', 'members', 'openRuns', 'weight', 'created', 'action'] as const;

/** Every organization of the deployment, by name: what it is, and nothing of what is in it. */
export function OrganizationTable({ organizations }: { organizations: WatchedOrganizationRowFragment[] }) {
  const t = useTranslations('organizations');
  return (
    <Table label={t('title')} narrow="stacked">
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {organizations.map((organization) => (
          <tr key={organization.id}>
            <th scope="row">
              {organization.name}
              <div className={tableStyles.quiet}>{organization.slug}</div>
            </th>
            <td data-label={t('column.state')}>
              {organization.archivedAt ? (
                <Mark meaning="neutral">{t('archived')}</Mark>
              ) : organization.administrators === 0 ? (
                <Mark meaning="attention">{t('noAdministrator')}</Mark>
              ) : (
                <Mark meaning="passed">{t('inUse')}</Mark>
              )}
            </td>
            <td data-label={t('column.members')}>{organization.members}</td>
            <td data-label={t('column.openRuns')}>{organization.openRuns}</td>
            <td data-label={t('column.weight')}>{organization.weight}</td>
            <td data-label={t('column.created')}>
              <LocalTime at={organization.createdAt} style="date" />
            </td>
            <td>
              <Group gap="xs">
                <ChangeOrganization organization={organization} />
                {!organization.archivedAt && <InviteAdministrator organization={organization} />}
                <ArchiveButton organization={organization} />
              </Group>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function ArchiveButton({ organization }: { organization: WatchedOrganizationRowFragment }) {
  const t = useTranslations('organizations');
  const [archive] = useMutation(ArchiveOrganizationDocument, { errorPolicy: 'all' });
  const { id, name, openRuns, archivedAt } = organization;
  const act = archivedAt ? 'restore' : 'archive';
  return (
    <ConfirmedButton
      label={t(act)}
      name={t(`${act}Of`, { name })}
      title={t(`${act}Of`, { name })}
      text={t(`${act}Text`, { runs: openRuns })}
      keep={t('keep')}
      refused={t('refused')}
      act={() => archive({ variables: { id, isArchived: archivedAt === null } })}
    />
  );
}

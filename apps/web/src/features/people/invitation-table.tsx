'use client';

import { Button, Group } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  RevokeInvitationDocument,
  SendInvitationDocument,
  type InvitationStatus,
  type PeopleQuery,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { useWhy } from '@/ui/use-why';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { Mark, type Meaning } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import { OneTimeLink } from '@/ui/one-time-link';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import { LetterState } from './letter-state';

const MEANING: Record<InvitationStatus, Meaning> = {
  PENDING: 'waiting',
  ACCEPTED: 'passed',
  REVOKED: 'neutral',
};

/** Invitations that were sent, and what became of them. */
export function InvitationTable({
  invitations,
  isFound,
}: {
  invitations: PeopleQuery['invitations'];
  /** Whether they are those of one address. */
  isFound: boolean;
}) {
  const why = useWhy();
  const t = useTranslations('people');
  const roles = useTranslations('roles');
  const router = useRouter();
  const [revoke, { error }] = useMutation(RevokeInvitationDocument, { errorPolicy: 'all' });
  const [send, { data: sent }] = useMutation(SendInvitationDocument, { errorPolicy: 'all' });
  if (invitations.length === 0)
    return isFound ? (
      <Empty title={t('noneOfAddress')}>{t('noneOfAddressText')}</Empty>
    ) : (
      <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
    );
  const nameOf = ({ role, cohortName }: PeopleQuery['invitations'][number]) =>
    cohortName === null
      ? t('sendAgainOf', { role: roles(role) })
      : t('sendAgainInto', { role: roles(role), cohort: cohortName });
  return (
    <>
      {error && (
        <Notice meaning="failed" title={t('failed')}>
          {why(error)}
        </Notice>
      )}
      <div role="status">
        {sent?.sendInvitation.link && <OneTimeLink link={sent.sendInvitation.link} isMailed />}
      </div>
      <Table label={t('invitations')} narrow="stacked">
        <ColumnHeads
          titles={(['role', 'cohort', 'state', 'mail', 'made', 'expires', 'action'] as const).map((key) =>
            t(key),
          )}
        />
        <tbody>
          {invitations.map((invitation) => (
            <tr key={invitation.id}>
              <th scope="row">{roles(invitation.role)}</th>
              <td data-label={t('cohort')}>{invitation.cohortName}</td>
              <td data-label={t('state')}>
                {invitation.isExpired ? (
                  <Mark meaning="neutral">{t('status.EXPIRED')}</Mark>
                ) : (
                  <Mark meaning={MEANING[invitation.status]}>{t(`status.${invitation.status}`)}</Mark>
                )}
              </td>
              <td data-label={t('mail')}>
                {invitation.status === 'PENDING' && <LetterState invitation={invitation} />}
              </td>
              <td data-label={t('made')}>
                <LocalTime at={invitation.createdAt} />
              </td>
              <td data-label={t('expires')}>
                <LocalTime at={invitation.expiresAt} />
              </td>
              <td>
                <Group gap="xs">
                  {invitation.maySend && (
                    <ConfirmedButton
                      label={t('sendAgain')}
                      name={nameOf(invitation)}
                      title={t('sendAgainTitle')}
                      text={t('sendAgainText')}
                      keep={t('sendAgainKeep')}
                      refused={t('sendAgainFailed')}
                      act={() => send({ variables: { id: invitation.id } })}
                    />
                  )}
                  {invitation.status === 'PENDING' && !invitation.isExpired && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() =>
                        void revoke({ variables: { id: invitation.id } }).then(() => router.refresh())
                      }
                    >
                      {t('revoke')}
                    </Button>
                  )}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { AnswerContactRequestDocument, type ReceivedRequestFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './portfolio-editor.module.css';

const MEANINGS = { SENT: 'attention', ACCEPTED: 'passed', DECLINED: 'neutral' } as const;
const OPTIONS = { errorPolicy: 'all' } as const;

/** What hiring managers ask, each answered once. */
export function ContactRequests({ requests }: { requests: readonly ReceivedRequestFragment[] }) {
  const t = useTranslations('portfolio');
  if (requests.length === 0) return <p>{t('noContacts')}</p>;
  return (
    <ul className={styles.requests}>
      {requests.map((request) => (
        <Request key={request.id} request={request} />
      ))}
    </ul>
  );
}

function Request({ request }: { request: ReceivedRequestFragment }) {
  const t = useTranslations('portfolio');
  const router = useRouter();
  const { id, managerName: manager, organizationName: organization, message, status, createdAt } = request;
  const [accept, { loading, error }] = useMutation(AnswerContactRequestDocument, OPTIONS);
  const [decline] = useMutation(AnswerContactRequestDocument, OPTIONS);

  async function tellAddress() {
    const { data } = await accept({ variables: { id, isAccepted: true } });
    if (data) router.refresh();
  }

  return (
    <li className={styles.item} data-testid="contact-request" data-status={status}>
      <div className={styles.itemHead}>
        <h3>{t('contactFrom', { manager, organization })}</h3>
        <Mark meaning={MEANINGS[status]}>{t(`contactStatus.${status}`)}</Mark>
      </div>
      <p className={styles.message}>{message}</p>
      <div className={styles.save}>
        {status === 'SENT' && (
          <>
            <Button size="compact-sm" loading={loading} onClick={() => void tellAddress()}>
              {t('accept')}
            </Button>
            <ConfirmedButton
              label={t('decline')}
              name={t('declineNamed', { manager, organization })}
              title={t('declineTitle', { manager })}
              text={t('declineText', { organization })}
              keep={t('declineKeep')}
              size="compact-sm"
              refused={t('refused')}
              act={() => decline({ variables: { id, isAccepted: false } })}
            />
          </>
        )}
        <LocalTime at={createdAt} />
        <MutationStatus error={error} refused={t('refused')} />
      </div>
    </li>
  );
}

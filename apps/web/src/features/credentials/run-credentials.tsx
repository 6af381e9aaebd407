import { useTranslations } from 'next-intl';
import type { CredentialCardFragment, Role } from '@/generated/graphql';
import { FileButton } from '@/ui/file-button';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/page';
import { CredentialList } from './credential-list';
import { AssureForm } from './fetched-actions';
import styles from './credentials.module.css';

interface Props {
  runId: string;
  credentials: readonly CredentialCardFragment[];
  /** The receipt can be had as a signed file. */
  hasSignedReceipt: boolean;
  /** A pass that counts: its credential is there or about to be. */
  isPassed: boolean;
  isHolder: boolean;
  submissionId: string;
  /** The reader's roles. */
  roles: readonly Role[];
}

/** What can be taken along from a score: the signed receipt, and the credential of a pass. */
export function RunCredentials({
  runId,
  credentials,
  hasSignedReceipt,
  isPassed,
  isHolder,
  submissionId,
  roles,
}: Props) {
  const t = useTranslations('credentials');
  const mayAssure = !isHolder && (roles.includes('INSTRUCTOR') || roles.includes('ADMIN'));
  const inForce = credentials.find(({ status }) => status === 'ISSUED');
  if (credentials.length === 0 && !isPassed && !hasSignedReceipt) return null;
  return (
    <Section id="proof" title={t('proof')} note={t('proofNote')}>
      {isPassed && credentials.length === 0 && (
        <Notice meaning="waiting" title={t('pendingTitle')}>
          {t('pending')}
        </Notice>
      )}
      <CredentialList credentials={credentials} isHolder={isHolder} mayRevoke={roles.includes('ADMIN')} />
      {isPassed && mayAssure && (
        // A statement made elsewhere meanwhile shows after a reload.
        <AssureForm
          key={inForce?.id ?? 'none'}
          submissionId={submissionId}
          stated={inForce?.assurance ?? 'SELF_DECLARED'}
        />
      )}
      {hasSignedReceipt && (
        <p className={styles.receipt}>
          <FileButton href={`/files/receipts/${runId}`}>{t('downloadReceipt')}</FileButton>
        </p>
      )}
    </Section>
  );
}

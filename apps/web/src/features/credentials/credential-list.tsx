import { useTranslations } from 'next-intl';
import { ResultReproductions } from '@/features/reproductions/result-reproductions';
import type { CredentialCardFragment } from '@/generated/graphql';
import { FileButton } from '@/ui/file-button';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { Facts } from '@/ui/panel';
import { AskForReproduction, RevokeCredential, ShareSwitch } from './fetched-actions';
import styles from './credentials.module.css';

/** Credentials with what their holder can do with them. */
export function CredentialList({
  credentials,
  isHolder,
  mayRevoke = false,
  issuerSlug = null,
}: {
  credentials: readonly CredentialCardFragment[];
  isHolder: boolean;
  mayRevoke?: boolean;
  /** Where the reader may have their results run again. */
  issuerSlug?: string | null;
}) {
  return (
    <ul className={styles.list}>
      {credentials.map((credential) => (
        <li
          key={credential.id}
          className={styles.card}
          data-testid="credential"
          data-status={credential.status}
        >
          <Card credential={credential} isHolder={isHolder} mayRevoke={mayRevoke} issuerSlug={issuerSlug} />
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  credential: CredentialCardFragment;
  isHolder: boolean;
  mayRevoke: boolean;
  issuerSlug: string | null;
}

function Card({ credential, isHolder, mayRevoke, issuerSlug }: CardProps) {
  const t = useTranslations('credentials');
  const { id, title, status, assurance, issuedAt, revokedAt, revokedReason, reproductions } = credential;
  const isRevoked = status === 'REVOKED';
  return (
    <>
      <div className={styles.head}>
        <h3>{title}</h3>
        <Mark meaning={isRevoked ? 'failed' : 'passed'}>{t(`status.${status}`)}</Mark>
      </div>
      <Facts
        items={[
          [t('issued'), <LocalTime key="issued" at={issuedAt} style="date" />],
          [t('assuranceOf'), t(`assurance.${assurance}`)],
          [t('revoked'), revokedAt ? <LocalTime key="revoked" at={revokedAt} style="date" /> : null],
          [t('reason'), revokedReason ? reasonText(t, revokedReason) : null],
        ]}
      />
      <ResultReproductions title={title} reproductions={reproductions} />
      <div className={styles.actions}>
        <FileButton size="compact-sm" href={`/files/credentials/${id}`}>
          {t('download')}
        </FileButton>
        {isHolder && !isRevoked && <ShareSwitch credential={credential} />}
        {mayRevoke && !isRevoked && <RevokeCredential id={id} title={title} />}
      </div>
      {issuerSlug && !isRevoked && !credential.isOfStage && (
        <AskForReproduction
          title={title}
          credentialId={id}
          issuerSlug={issuerSlug}
          reproductions={reproductions}
        />
      )}
    </>
  );
}

const OWN_REASONS = ['REGRADED', 'REPLACED', 'KEY_REPLACED'] as const;

/** The platform's own reasons have words; a person's are shown as they were written. */
function reasonText(t: ReturnType<typeof useTranslations<'credentials'>>, reason: string): string {
  const own = OWN_REASONS.find((known) => known === reason);
  return own ? t(`reasonOf.${own}`) : reason;
}

import type { Credential } from '@holdout/verification';
import { useTranslations } from 'next-intl';
import { LocalTime } from '@/ui/local-time';
import { Facts, Panel } from '@/ui/panel';
import { Prose } from '@/ui/prose';
import { Table } from '@/ui/table';
import { HolderCheck } from './holder-check';
import styles from './verify-page.module.css';

/** What the credential claims, in its own words. */
export function Certificate({
  credential,
  issuer,
}: {
  credential: Credential;
  issuer: { id: string; name: string | null };
}) {
  const t = useTranslations('verify.certificate');
  const { achievement, result, identifier, id } = credential.credentialSubject;
  const descriptions = new Map(achievement?.resultDescription.map((entry) => [entry.id, entry.name]));
  const results = result.flatMap(({ resultDescription = '', value }) =>
    value === undefined ? [] : [{ name: descriptions.get(resultDescription) ?? resultDescription, value }],
  );
  const [holder] = identifier;
  return (
    <Panel title={t('title')}>
      <div className={styles.certificate}>
        <div>
          <p className={styles.name}>{achievement?.name ?? credential.name}</p>
          {achievement?.description && <p>{achievement.description}</p>}
        </div>
        <Facts
          items={[
            [t('issuer'), issuer.name ? `${issuer.name} (${issuer.id})` : issuer.id],
            [
              t('validFrom'),
              credential.validFrom ? <LocalTime key="from" at={credential.validFrom} style="date" /> : null,
            ],
            [t('skills'), achievement && achievement.tag.length > 0 ? achievement.tag.join(', ') : null],
            [t('holder'), holder ? t('holderHash') : id ? t('holderKey', { key: id }) : null],
          ]}
        />
        {holder && <HolderCheck identityHash={holder.identityHash} salt={holder.salt ?? ''} />}
        <Table label={t('results')}>
          <thead>
            <tr>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('value')}</th>
            </tr>
          </thead>
          <tbody>
            {results.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        {achievement?.criteria?.narrative && (
          <details className={styles.details}>
            <summary>{t('criteria')}</summary>
            <Prose text={achievement.criteria.narrative} />
          </details>
        )}
      </div>
    </Panel>
  );
}

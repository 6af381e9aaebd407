import { useTranslations } from 'next-intl';
import type { IssuerQuery } from '@/generated/graphql';
import { Digest } from '@/ui/digest';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { Notice } from '@/ui/notice';
import { Table } from '@/ui/table';
import { RotateKey } from './rotate-key';
import styles from './credentials.module.css';

type Key = IssuerQuery['issuer']['keys'][number];

/** The keys that an organization signs with, and the two ways to another one. */
export function IssuerKeys({ issuer: { did, keys, isRotating } }: { issuer: IssuerQuery['issuer'] }) {
  const t = useTranslations('issuer');
  return (
    <>
      <p>
        {t('name')}: <code className={styles.address}>{did}</code>
      </p>
      {keys.length === 0 ? <p>{t('none')}</p> : <KeyTable keys={keys} />}
      {isRotating && <Notice meaning="waiting" title={t('rotating')} />}
      {keys.length > 0 && !isRotating && (
        <div className={styles.actions}>
          <RotateKey isCompromised={false} />
          <RotateKey isCompromised />
        </div>
      )}
    </>
  );
}

function KeyTable({ keys }: { keys: readonly Key[] }) {
  const t = useTranslations('issuer');
  return (
    <Table label={t('title')} narrow="stacked">
      <thead>
        <tr>
          <th scope="col">{t('key')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('until')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ id, publicKeyMultibase, activeFrom, retiredAt, revokedAt }) => (
          <tr key={id}>
            <th scope="row">
              <Digest value={publicKeyMultibase} label={t('key')} />
            </th>
            <td data-label={t('from')}>
              <LocalTime at={activeFrom} />
            </td>
            <td data-label={t('until')}>{retiredAt && <LocalTime at={retiredAt} />}</td>
            <td data-label={t('state')}>
              <Mark meaning={revokedAt ? 'failed' : retiredAt ? 'neutral' : 'passed'}>
                {t(revokedAt ? 'compromised' : retiredAt ? 'retired' : 'signs')}
              </Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

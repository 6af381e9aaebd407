'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { AuditChainDocument, DeploymentChainDocument, type AuditChainQuery } from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { Digest } from '@/ui/digest';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import type { LogOf } from './logs';

const DOCUMENTS = { organization: AuditChainDocument, deployment: DeploymentChainDocument };

/** Has every hash computed again, when asked to: a long log takes seconds. */
export function ChainCheck({ of }: { of: LogOf }) {
  const t = useTranslations('audit');
  const [known, setKnown] = useState('');
  const [check, { data, error, loading }] = useLazyQuery(DOCUMENTS[of], { errorPolicy: 'all' });

  function submit(event: FormEvent) {
    event.preventDefault();
    void check({ variables: { knownHash: known.trim() || null } });
  }

  return (
    <div className={styles.stack}>
      <form onSubmit={submit} className={styles.row}>
        <TextInput
          label={t('known')}
          value={known}
          maxLength={64}
          onChange={(event) => setKnown(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={loading}>
          {t('check')}
        </Button>
      </form>
      <MutationStatus error={error} refused={t('checkFailed')}>
        {data && <Found chain={data.auditChain} />}
      </MutationStatus>
    </div>
  );
}

function Found({ chain }: { chain: AuditChainQuery['auditChain'] }) {
  const t = useTranslations('audit');
  const { firstBrokenId, events, head, holdsKnownHash } = chain;
  const isWhole = firstBrokenId === null && holdsKnownHash !== false;
  const title =
    firstBrokenId !== null
      ? t('broken', { id: firstBrokenId })
      : holdsKnownHash === false
        ? t('lost')
        : t('whole', { events });
  return (
    <Notice meaning={isWhole ? 'passed' : 'failed'} title={title}>
      {isWhole && holdsKnownHash && <p>{t('held')}</p>}
      {head && (
        <p>
          <Digest value={head} label={t('head')} /> {t('head')}
        </p>
      )}
    </Notice>
  );
}

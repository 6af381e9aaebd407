'use client';

import { Button } from '@mantine/core';
import { NothingToVerifyError, verify, type Step, type Verification } from '@holdout/verification';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page';
import { bring, ProblemError, type Brought, type Input, type Problem } from './brought';
import { Certificate } from './certificate';
import { EvidenceList } from './evidence-list';
import { StepList } from './step-list';
import { useTrustedIssuers } from './trusted-issuers';
import { VerifyForm } from './verify-form';
import styles from './verify-page.module.css';

type View =
  | { kind: 'asking' }
  | { kind: 'checking'; steps: Step[] }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'done'; brought: Brought; result: Verification };

/** Brings a credential or a receipt, checks it in this browser, and shows each step as what it is. */
export function VerifyPage({ address }: { address: string | null }) {
  const t = useTranslations('verify');
  const { trusted, setTrust } = useTrustedIssuers();
  const [view, setView] = useState<View>({ kind: 'asking' });
  const heading = useRef<HTMLHeadingElement>(null);

  const check = useCallback(async (input: Input, trusts: readonly string[]) => {
    setView({ kind: 'checking', steps: [] });
    try {
      // Signatures are checked by the browser's own cryptography, which it offers on secure pages only.
      if (!window.isSecureContext) throw new ProblemError({ key: 'INSECURE' });
      const brought = await bring(input);
      const result = await verify(brought.text, {
        sources: brought.sources,
        trusts: (issuer) => trusts.includes(issuer),
        onStep: (step) =>
          setView((seen) => (seen.kind === 'checking' ? { ...seen, steps: [...seen.steps, step] } : seen)),
      });
      setView({ kind: 'done', brought, result });
    } catch (error) {
      setView({ kind: 'problem', problem: problemOf(error) });
    }
  }, []);

  const started = useRef(false);
  useEffect(() => {
    if (!address || started.current) return;
    started.current = true;
    void check({ pasted: address, files: [], isOffline: false }, trusted);
  }, [address, check, trusted]);

  async function changeTrust(result: Verification, brought: Brought, isTrusted: boolean) {
    const { id } = result.issuer;
    setTrust(id, isTrusted);
    const again = await verify(brought.text, {
      sources: brought.sources,
      trusts: (issuer) => (issuer === id ? isTrusted : trusted.includes(issuer)),
    });
    setView({ kind: 'done', brought, result: again });
  }

  const isOver = view.kind === 'done' || view.kind === 'problem';
  useEffect(() => {
    if (isOver) heading.current?.focus();
  }, [isOver]);

  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {view.kind === 'asking' && <VerifyForm onVerify={(input) => void check(input, trusted)} />}
      {view.kind === 'problem' && (
        <div role="alert">
          <Notice meaning="failed" title={t('problem.title')}>
            {t(`problem.${view.problem.key}`, {
              address: view.problem.key === 'NOT_FETCHED' ? view.problem.address : '',
            })}
          </Notice>
        </div>
      )}
      {(view.kind === 'checking' || view.kind === 'done') && (
        <div className={styles.columns}>
          <StepList
            heading={heading}
            kind={view.kind === 'done' ? view.result.kind : 'CREDENTIAL'}
            verdict={view.kind === 'done' ? view.result.verdict : null}
            steps={view.kind === 'done' ? view.result.steps : view.steps}
          >
            {view.kind === 'done' &&
              view.result.steps.some(({ finding }) => finding === 'NOT_TRUSTED' || finding === 'TRUSTED') && (
                <TrustButton
                  isTrusted={view.result.steps.some(({ finding }) => finding === 'TRUSTED')}
                  onChange={(isTrusted) => void changeTrust(view.result, view.brought, isTrusted)}
                />
              )}
          </StepList>
          {view.kind === 'done' && view.result.credential && (
            <Certificate credential={view.result.credential} issuer={view.result.issuer} />
          )}
        </div>
      )}
      {view.kind === 'done' && (
        <EvidenceList receipts={view.result.receipts} sources={view.brought.sources} />
      )}
      {isOver && (
        <Button variant="default" mt="xl" onClick={() => setView({ kind: 'asking' })}>
          {t('input.again')}
        </Button>
      )}
    </>
  );
}

function TrustButton({
  isTrusted,
  onChange,
}: {
  isTrusted: boolean;
  onChange: (isTrusted: boolean) => void;
}) {
  const t = useTranslations('verify');
  return (
    <p className={styles.trust}>
      <Button size="compact-sm" variant="default" onClick={() => onChange(!isTrusted)}>
        {t(isTrusted ? 'distrust' : 'trust')}
      </Button>
      <span>{t('trustNote')}</span>
    </p>
  );
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof NothingToVerifyError) return { key: 'NOTHING' };
  throw error;
}

import { getTranslations } from 'next-intl/server';
import { AuditLogDocument, DeploymentLogDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { LinkButton } from '@/ui/link-button';
import { NextPage } from '@/ui/next-page';
import { Empty, PageHead, Section } from '@/ui/page';
import { AuditFilter } from './audit-filter';
import { auditHref, auditSearch, toFilter } from './audit-search';
import { AuditTable } from './audit-table';
import styles from './audit.module.css';
import { ChainCheck } from './chain-check';
import { LOGS, type LogOf } from './logs';

const DOCUMENTS = { organization: AuditLogDocument, deployment: DeploymentLogDocument };
const WORDS = {
  organization: { title: 'title', lead: 'lead' },
  deployment: { title: 'deploymentTitle', lead: 'deploymentLead' },
} as const;

/** A log as a page. The search is part of its address. */
export async function AuditLog({
  of,
  given,
}: {
  of: LogOf;
  given: Record<string, string | string[] | undefined>;
}) {
  const { page, file } = LOGS[of];
  const search = auditSearch(given);
  const filter = toFilter(search);
  const after = typeof given.after === 'string' ? given.after : null;
  const isSearched = after !== null || Object.keys(search).length > 0;
  const [{ auditLog, auditSubjectTypes }, t] = await Promise.all([
    load(DOCUMENTS[of], { filter, after }),
    getTranslations('audit'),
  ]);
  return (
    <>
      <PageHead title={t(WORDS[of].title)} lead={t(WORDS[of].lead)} />
      <Section title={t('filter')} note={t('days')}>
        <AuditFilter page={page} search={search} subjectTypes={auditSubjectTypes} />
      </Section>
      <Section title={t('entries')} note={t('exportNote')}>
        {auditLog.events.length === 0 ? (
          <Empty title={t(isSearched ? 'emptyTitle' : 'noneTitle')}>
            {t(isSearched ? 'emptyText' : 'noneText')}
          </Empty>
        ) : (
          <AuditTable page={page} events={auditLog.events} search={search} />
        )}
        <div className={styles.files}>
          <NextPage pageInfo={auditLog.pageInfo} path={page} query={search} mt={0}>
            {t('older')}
          </NextPage>
          {after && (
            <LinkButton variant="default" href={auditHref(page, search)}>
              {t('newest')}
            </LinkButton>
          )}
          {(['csv', 'jsonl'] as const).map((format) => (
            <a key={format} href={auditHref(file, { format, ...filter })} download>
              {t(format)}
            </a>
          ))}
        </div>
      </Section>
      <Section title={t('chain')} note={t('chainNote')}>
        <ChainCheck of={of} />
      </Section>
    </>
  );
}

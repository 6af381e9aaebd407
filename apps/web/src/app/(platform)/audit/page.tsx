import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { AuditFilter } from '@/features/audit/audit-filter';
import { auditHref, auditSearch, toFilter } from '@/features/audit/audit-search';
import { AuditTable } from '@/features/audit/audit-table';
import styles from '@/features/audit/audit.module.css';
import { ChainCheck } from '@/features/audit/chain-check';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { AuditLogDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { NextPage } from '@/ui/next-page';
import { Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('audit');

async function Page({ searchParams }: PageProps<'/audit'>) {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const given = await searchParams;
  const search = auditSearch(given);
  const filter = toFilter(search);
  const after = typeof given.after === 'string' ? given.after : null;
  const [{ auditLog, auditSubjectTypes }, t] = await Promise.all([
    load(AuditLogDocument, { filter, after }),
    getTranslations('audit'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section title={t('filter')} note={t('days')}>
        <AuditFilter search={search} subjectTypes={auditSubjectTypes} />
      </Section>
      <Section title={t('entries')} note={t('exportNote')}>
        {auditLog.events.length === 0 ? (
          <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
        ) : (
          <AuditTable events={auditLog.events} search={search} />
        )}
        <div className={styles.files}>
          <NextPage pageInfo={auditLog.pageInfo} path="/audit" query={search} mt={0}>
            {t('older')}
          </NextPage>
          {after && (
            <LinkButton variant="default" href={auditHref('/audit', search)}>
              {t('newest')}
            </LinkButton>
          )}
          {(['csv', 'jsonl'] as const).map((format) => (
            <a key={format} href={auditHref('/files/audit', { format, ...filter })} download>
              {t(format)}
            </a>
          ))}
        </div>
      </Section>
      <Section title={t('chain')} note={t('chainNote')}>
        <ChainCheck />
      </Section>
    </>
  );
}

export default withMessages(['audit', 'ui'], Page);

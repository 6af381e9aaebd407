import { useTranslations } from 'next-intl';
import type { CohortPassbacksQuery } from '@/generated/graphql';
import { Mark } from '@/ui/mark';
import { Empty } from '@/ui/page';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';
import { ResendButton } from './resend-button';

type Link = CohortPassbacksQuery['cohortPassbacks']['links'][number];

const COLUMNS = ['link', 'assignment', 'state', 'action'] as const;

/** Each link of a course that opens an assignment of the cohort, and how its grades stand there. */
export function PassbackTable({ links }: { links: Link[] }) {
  const t = useTranslations('passbacks');
  if (links.length === 0) return <Empty title={t('none')}>{t('noneText')}</Empty>;
  return (
    <Table label={t('title')}>
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">{t('course', { platform: link.platformName, course: link.contextTitle })}</th>
            <td>{link.assignmentTitle}</td>
            <td>
              <States link={link} />
            </td>
            <td>{link.hasColumn && <ResendButton linkId={link.id} title={link.assignmentTitle} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function States({ link: { hasColumn, sent, waiting, failing, notLinked, lastFailure } }: { link: Link }) {
  const t = useTranslations('passbacks');
  if (!hasColumn) return <span className={tableStyles.quiet}>{t('noColumn')}</span>;
  return (
    <>
      <Mark meaning="passed">{t('sent', { count: sent })}</Mark>
      {waiting > 0 && <Mark meaning="neutral">{t('waiting', { count: waiting })}</Mark>}
      {failing > 0 && (
        <Mark meaning="failed">{t('failing', { count: failing, reason: lastFailure ?? '' })}</Mark>
      )}
      {notLinked > 0 && <div className={tableStyles.quiet}>{t('notLinked', { count: notLinked })}</div>}
    </>
  );
}

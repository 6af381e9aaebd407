'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { RosterReport } from '@holdout/domain';
import { csvOf } from '@/ui/csv';
import { LinkButton } from '@/ui/link-button';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import { save } from '@/ui/save';
import { RosterTable } from './roster-table';

interface Props {
  report: RosterReport | null;
  error: unknown;
  /** Whether the reader may open the import, to take it back. */
  mayUndo?: boolean;
}

/** What becomes, or became, of each row of a roster. The links of an import are in a file, which is offered once. */
export function RosterOutcome({ report, error, mayUndo = false }: Props) {
  const t = useTranslations('roster');
  return (
    <>
      <MutationStatus error={error} refused={t('failed')}>
        {report && (
          <Notice
            meaning={report.refused + report.ignored.length > 0 ? 'attention' : 'passed'}
            title={t(report.isDryRun ? 'tried' : 'done', {
              invited: report.invited,
              placed: report.placed,
              unchanged: report.unchanged,
              refused: report.refused,
            })}
          >
            {report.ignored.length > 0 && <p>{t('ignored', { columns: report.ignored.join(', ') })}</p>}
            {!report.isDryRun && report.mailed > 0 && <p>{t('mailed', { count: report.mailed })}</p>}
            {!report.isDryRun && report.mailed < report.invited && (
              <p>{t('notMailed', { count: report.invited - report.mailed })}</p>
            )}
            <Group gap="xs">
              {!report.isDryRun && report.invited > 0 && (
                <Button size="compact-sm" variant="default" onClick={() => saveLinks(report)}>
                  {t('links')}
                </Button>
              )}
              {mayUndo && report.importId !== null && report.invited + report.placed > 0 && (
                <LinkButton size="compact-sm" variant="default" href={`/people/imports/${report.importId}`}>
                  {t('undo')}
                </LinkButton>
              )}
            </Group>
          </Notice>
        )}
      </MutationStatus>
      {report && <RosterTable rows={report.rows} />}
    </>
  );
}

function saveLinks({ rows }: RosterReport): void {
  const lines = rows.filter(({ link }) => link).map(({ email, link }) => [email, link]);
  save('invitations.csv', 'text/csv', csvOf([['email', 'link'], ...lines]));
}

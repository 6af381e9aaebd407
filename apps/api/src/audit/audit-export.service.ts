import { Injectable } from '@nestjs/common';
import { auditPage, recordAudit, type AuditFilter, type AuditRow, type AuditRows } from '@holdout/db';
import { stringify } from 'csv-stringify';
import { Readable, type Transform } from 'node:stream';
import type { Operation } from '../operation/operation.js';
import { checkedFilter } from './audit-filter.js';
import type { AuditLog } from './audit-logs.js';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const AT_ONCE = 1_000;
const COLUMNS = [
  'id',
  'createdAt',
  'actorId',
  'action',
  'subjectType',
  'subjectId',
  'detail',
  'previousHash',
  'hash',
] as const satisfies readonly (keyof AuditRow)[];

/** Writes the log as a file, page by page: no transaction stays open while its reader takes time. */
@Injectable()
export class AuditExportService {
  /** @throws BadUserInputError */
  async open(
    operation: Operation,
    log: AuditLog,
    { wanted, format }: { wanted: AuditFilter; format: ExportFormat },
  ): Promise<Readable> {
    const filter = checkedFilter(wanted);
    const { userId } = await operation.signedIn();
    const { organizationId, subject } = log;
    await log.briefly((tx) =>
      recordAudit(tx, {
        organizationId,
        actorId: userId,
        action: 'audit.exported',
        ...subject,
        detail: { format, ...given(filter) },
      }),
    );
    const rows = Readable.from(this.rows(log, filter));
    return rows.compose(format === 'csv' ? asCsv() : asLines);
  }

  private async *rows(log: AuditLog, filter: AuditFilter): AsyncGenerator<AuditRow> {
    const pageAfter = (after: string | null): Promise<AuditRows> =>
      log.briefly((tx) => auditPage(tx, filter, { first: AT_ONCE, after }));
    let page = await pageAfter(null);
    yield* page.rows;
    while (page.hasNextPage) {
      page = await pageAfter(page.rows.at(-1)?.id ?? null);
      yield* page.rows;
    }
  }
}

const given = (filter: AuditFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));

/** What a spreadsheet would take for a formula is kept from being one. */
function asCsv(): Transform {
  return stringify({
    header: true,
    columns: [...COLUMNS],
    escape_formulas: true,
    cast: { date: (date) => date.toISOString() },
  });
}

async function* asLines(rows: AsyncIterable<AuditRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

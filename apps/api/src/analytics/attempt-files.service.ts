import { Injectable } from '@nestjs/common';
import { cohortAttempts, cohortWithDates, type ExportedAttempt } from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { csvOf } from '../http/csv.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';

/** Attempts in one file at most. */
const MOST = 50_000;

type Attempt = ExportedAttempt & { student: string };

const COLUMNS = [
  'runId',
  'studentId',
  'student',
  'stage',
  'assignment',
  'kind',
  'queuedAt',
  'finishedAt',
  'outcome',
  'phase',
  'reason',
  'message',
  'points',
  'low',
  'high',
  'passed',
] as const satisfies readonly (keyof Attempt)[];

const PARQUET_TYPES: Partial<
  Record<(typeof COLUMNS)[number], 'STRING' | 'DOUBLE' | 'BOOLEAN' | 'TIMESTAMP'>
> = {
  points: 'DOUBLE',
  low: 'DOUBLE',
  high: 'DOUBLE',
  passed: 'BOOLEAN',
  queuedAt: 'TIMESTAMP',
  finishedAt: 'TIMESTAMP',
};

/** Every attempt of a cohort as a file, for analyses of one's own. */
@Injectable()
export class AttemptFilesService {
  constructor(private readonly names: NamesLoader) {}

  /** @throws NotFoundError, BadUserInputError */
  async csv(operation: Operation, slug: string): Promise<string> {
    return csvOf(await this.rows(operation, slug), COLUMNS);
  }

  /** @throws NotFoundError, BadUserInputError */
  async parquet(operation: Operation, slug: string): Promise<Buffer> {
    const rows = await this.rows(operation, slug);
    return Buffer.from(
      parquetWriteBuffer({
        columnData: COLUMNS.map((name) => ({
          name,
          data: rows.map((row) => row[name]),
          type: PARQUET_TYPES[name] ?? 'STRING',
          nullable: true,
        })),
      }),
    );
  }

  private async rows(operation: Operation, slug: string): Promise<Attempt[]> {
    const tx = await operation.tx();
    const cohort = await cohortWithDates(tx, slug);
    const rows = await cohortAttempts(tx, cohort.id, MOST);
    if (rows.length > MOST) {
      throw new BadUserInputError(
        `The cohort has more than ${MOST} attempts, which is more than fits into one file. Ask an operator for a copy of the database.`,
        { limit: MOST },
      );
    }
    return Promise.all(
      rows.map(async (row) => ({ ...row, student: await this.names.of(operation, row.studentId) })),
    );
  }
}

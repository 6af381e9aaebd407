import {
  ConflictError,
  NotFoundError,
  RateLimitedError,
  SIMILARITY_LIMITS as LIMITS,
  type SimilarityStatus,
} from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import { toJson } from './json.js';

export interface NewSimilarityReport {
  organizationId: string;
  assignmentId: string;
  cohortId: string;
  requestedBy: string;
  includesEarlier: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * @throws ConflictError while one is in progress
 * @throws RateLimitedError when the day's reports are used up
 */
export async function createSimilarityReport(tx: Tx, input: NewSimilarityReport, now: Date) {
  const { organizationId, assignmentId, cohortId } = input;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${'similarity:' + organizationId}, 0))`;
  const open = await tx.similarityReport.count({ where: { assignmentId, cohortId, finishedAt: null } });
  if (open > 0) throw new ConflictError('This work is being compared already. Wait until it is finished.');
  const since = new Date(now.getTime() - DAY_MS);
  const made = await tx.similarityReport.count({ where: { createdAt: { gt: since } } });
  if (made >= LIMITS.reportsPerDay) {
    throw new RateLimitedError(
      `Your organization has had work compared ${made} times within a day. Look at an earlier report, or try again tomorrow.`,
      { limit: LIMITS.reportsPerDay },
    );
  }
  return tx.similarityReport.create({ data: { id: newId(), ...input, createdAt: now } });
}

/** @throws NotFoundError */
export async function similarityReportById(tx: Tx, id: string) {
  const found = await tx.similarityReport.findUnique({ where: { id: checkedId(id, 'The report') } });
  if (!found) throw new NotFoundError('The report');
  return found;
}

/** Newest first. */
export function similarityReports(tx: Tx, of: { assignmentId: string; cohortId: string }, limit: number) {
  return tx.similarityReport.findMany({
    where: of,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

const WITH_WORKS = { left: true, right: true } as const;

/** A page of a report's pairs, most similar first. */
export async function similarityPairPage(
  tx: Tx,
  reportId: string,
  { first, after }: { first: number; after: string | null },
) {
  const rows = await tx.similarityPair.findMany({
    where: { reportId },
    omit: { matches: true },
    include: WITH_WORKS,
    orderBy: [{ similarity: 'desc' }, { id: 'asc' }],
    take: first + 1,
    ...(after ? { cursor: { id: checkedId(after, 'The page') }, skip: 1 } : {}),
  });
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** The pairs of a report that are at least this similar, without their matches. */
export function similarPairs(tx: Tx, reportId: string, least: number) {
  return tx.similarityPair.findMany({
    where: { reportId, similarity: { gte: least } },
    omit: { matches: true },
    include: WITH_WORKS,
    orderBy: [{ similarity: 'desc' }, { id: 'asc' }],
  });
}

/** @throws NotFoundError */
export async function similarityPairById(tx: Tx, id: string) {
  const found = await tx.similarityPair.findUnique({
    where: { id: checkedId(id, 'The pair') },
    include: { ...WITH_WORKS, report: true },
  });
  if (!found) throw new NotFoundError('The pair');
  return found;
}

export interface SimilarityCounts {
  works: number;
  students: number;
  earlierStudents: number;
  tooShort: number;
}

/** How many works and students a report covers. */
export async function similarityCounts(tx: Tx, reportId: string): Promise<SimilarityCounts> {
  const [counts] = await tx.$queryRaw<SimilarityCounts[]>`
    SELECT count(*)::int AS works, count(DISTINCT student_id) FILTER (WHERE NOT is_earlier)::int AS students,
      count(DISTINCT student_id) FILTER (WHERE is_earlier)::int AS "earlierStudents",
      count(*) FILTER (WHERE is_too_short)::int AS "tooShort"
    FROM similarity_works WHERE report_id = ${reportId}::uuid`;
  return counts ?? { works: 0, students: 0, earlierStudents: 0, tooShort: 0 };
}

/** Records the progress of an unfinished report. */
export async function recordSimilarityProgress(
  tx: Tx,
  id: string,
  progress: { worksRead: number; worksPlanned: number },
): Promise<void> {
  await tx.similarityReport.updateMany({
    where: { id, finishedAt: null },
    data: { status: 'RUNNING', ...progress },
  });
}

export interface SimilarityFindings {
  /** By the id of their run. */
  works: readonly {
    runId: string;
    studentId: string;
    isEarlier: boolean;
    fingerprints: number;
    isTooShort: boolean;
  }[];
  /** Works by the id of their run. */
  pairs: readonly {
    left: string;
    right: string;
    similarity: number;
    leftShare: number;
    rightShare: number;
    matchedLines: number;
    matches: unknown;
  }[];
  leftOut: number;
  givenFiles: number;
  winnowing: unknown;
  histogram: readonly number[];
  commonFingerprints: number;
}

/** Ends a report with its findings. Only the first call has an effect. */
export async function finishSimilarityReport(
  tx: Tx,
  { organizationId, reportId }: { organizationId: string; reportId: string },
  { works, pairs, histogram, winnowing, ...figures }: SimilarityFindings,
  now: Date,
): Promise<boolean> {
  const isFirst = await end(tx, reportId, {
    ...figures,
    status: 'READY',
    finishedAt: now,
    worksRead: works.length,
    histogram: [...histogram],
    winnowing: toJson(winnowing),
  });
  if (!isFirst) return false;
  const ids = new Map(works.map(({ runId }) => [runId, newId()]));
  await tx.similarityWork.createMany({
    data: works.map((work) => ({ id: idIn(ids, work.runId), organizationId, reportId, ...work })),
  });
  await tx.similarityPair.createMany({
    data: pairs.map(({ left, right, matches, ...pair }) => ({
      id: newId(),
      organizationId,
      reportId,
      ...pair,
      matches: toJson(matches),
      leftWorkId: idIn(ids, left),
      rightWorkId: idIn(ids, right),
    })),
  });
  return true;
}

export function failSimilarityReport(tx: Tx, id: string, error: string, now: Date): Promise<boolean> {
  return end(tx, id, { status: 'FAILED', error, finishedAt: now });
}

async function end(
  tx: Tx,
  id: string,
  data: { status: SimilarityStatus } & Parameters<Tx['similarityReport']['updateMany']>[0]['data'],
): Promise<boolean> {
  const { count } = await tx.similarityReport.updateMany({ where: { id, finishedAt: null }, data });
  return count > 0;
}

function idIn(ids: ReadonlyMap<string, string>, runId: string): string {
  const id = ids.get(runId);
  if (!id) throw new Error(`The work of run ${runId} is no part of this report.`);
  return id;
}

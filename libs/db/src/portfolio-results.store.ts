import type { Assurance, PercentileCounts, Skill } from '@holdout/domain';
import type { Tx } from './database.js';
import type { PortfolioItemText } from './portfolios.store.js';

/** A result that a portfolio may show: its credential is in force, and the score is the one that counts. */
export interface PortfolioResult extends PortfolioItemText {
  credentialId: string;
  runId: string;
  scoreId: string;
  assignmentVersionId: string;
  assignmentSlug: string;
  assignmentTitle: string;
  assignmentSummary: string;
  rubricVersionId: string;
  /** Points by criterion; null if the student does not show them. */
  criteria: unknown;
  value: number;
  low: number;
  high: number;
  passMark: number;
  resamples: number[];
  plots: unknown;
  assurance: Assurance;
  issuedAt: Date;
  archiveDigest: string;
  gitCommit: string | null;
  sourceDigest: string | null;
}

/** The results, in the order that the student chose. */
export function portfolioResults(tx: Tx, portfolioId: string): Promise<PortfolioResult[]> {
  return tx.$queryRaw<PortfolioResult[]>`
    SELECT r.submission_id::text AS "submissionId", r.credential_id::text AS "credentialId", r.run_id::text AS "runId",
      r.score_id::text AS "scoreId", r.assignment_version_id::text AS "assignmentVersionId", a.slug AS "assignmentSlug",
      a.title AS "assignmentTitle", a.summary AS "assignmentSummary", i.case_study AS "caseStudy",
      i.shows_metrics AS "showsMetrics", i.shows_percentile AS "showsPercentile", i.shows_comments AS "showsComments",
      i.shows_figures AS "showsFigures", i.shows_model_card AS "showsModelCard", i.shows_code AS "showsCode",
      s.rubric_version_id::text AS "rubricVersionId", CASE WHEN i.shows_criteria THEN s.criteria END AS criteria, s.value, s.low, s.high, s.pass_mark AS "passMark",
      s.resampled_points AS resamples, s.plots, c.assurance::text AS assurance, c.issued_at AS "issuedAt",
      sub.archive_digest AS "archiveDigest", sub.git_commit AS "gitCommit", source.digest AS "sourceDigest"
    FROM portfolio_results(${portfolioId}::uuid) r
    JOIN portfolio_items i ON i.id = r.item_id
    JOIN scores s ON s.id = r.score_id
    JOIN credentials c ON c.id = r.credential_id
    JOIN submissions sub ON sub.id = r.submission_id
    JOIN assignments a ON a.id = r.assignment_id
    LEFT JOIN submission_sources source ON source.submission_id = r.submission_id
    ORDER BY r.position`;
}

/** Evidence per skill from what the portfolio shows. */
export function portfolioSkills(
  tx: Tx,
  portfolioId: string,
): Promise<{ skill: Skill; points: number; evidence: number }[]> {
  return tx.$queryRaw`SELECT skill, points, evidence FROM portfolio_skills(${portfolioId}::uuid) ORDER BY points DESC, skill`;
}

/** Graded metrics of these runs, in the order of their assignment. */
export function gradedMetricsOf(tx: Tx, runIds: readonly string[]) {
  return tx.metricValue.findMany({
    where: { runId: { in: [...runIds] }, isGraded: true },
    orderBy: { position: 'asc' },
  });
}

/** Points of a certified run, to compare with the others'. */
interface CertifiedPoints {
  assignmentVersionId: string;
  runId: string;
  points: number;
}

/** How each result compares with the others certified on the same version, in the given order. Who the others are is not read. */
export function percentileCounts(tx: Tx, certified: readonly CertifiedPoints[]): Promise<PercentileCounts[]> {
  return tx.$queryRaw<PercentileCounts[]>`
    SELECT count(e.id)::int AS others, count(*) FILTER (WHERE e.value < own.points)::int AS less,
      count(*) FILTER (WHERE e.value = own.points)::int AS equal
    FROM unnest(${certified.map(({ runId }) => runId)}::uuid[],
      ${certified.map(({ assignmentVersionId }) => assignmentVersionId)}::uuid[],
      ${certified.map(({ points }) => points)}::float8[]) WITH ORDINALITY AS own(run_id, version_id, points, place)
    JOIN runs r ON r.id = own.run_id
    LEFT JOIN leaderboard_entries e ON e.assignment_version_id = own.version_id AND e.split = 'PRIVATE_TEST'
      AND coalesce(e.team_id, e.student_id) <> coalesce(r.team_id, r.student_id)
    GROUP BY own.place ORDER BY own.place`;
}

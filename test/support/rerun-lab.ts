import { createDatabase, finishRun, type Database, type RunEnd } from '@holdout/db';
import { ApiLab, DEMO, ended } from './api-lab.js';
import { publishSample } from './sample-assignment.js';
import { certification, certifiedRun } from './certified-run.js';
import { scoredEnd } from './scored-runs.js';

export const SLUG = 'again';

/** Of the crowd: points on the first version, and what each later one adds to those of the n-th. */
const BEFORE = 75;
const moveOf = (n: number): number => (n % 10) - 6;

/** An API whose demo organization has one assignment, scored by an automatic criterion and, if somebody does, by a person. */
export class RerunLab {
  readonly lab: ApiLab;
  readonly api: Database;
  readonly worker: Database;

  private constructor(lab: ApiLab) {
    this.lab = lab;
    this.api = createDatabase({ url: lab.test.apiUrl, max: 2 });
    this.worker = createDatabase({ url: lab.test.workerUrl, max: 2 });
  }

  static async start(): Promise<RerunLab> {
    const rerun = new RerunLab(await ApiLab.start());
    await rerun.publish();
    return rerun;
  }

  async stop(): Promise<void> {
    await Promise.all([this.api.close(), this.worker.close()]);
    await this.lab.stop();
  }

  /** Ends the worker at once, as a machine that loses its power would. */
  async killWorker(): Promise<void> {
    for (const newest of this.lab.processes.splice(-1)) await ended(newest, 'SIGKILL');
  }

  /** A further version of the assignment. */
  publish(): Promise<void> {
    const criterion = { description: '', isRequired: true, workflowStep: 'IMPROVE' as const, advice: '' };
    const skills = ['MATHEMATICS' as const];
    const level = (points: number, label: string) => ({ points, label, description: label });
    const levels = [level(0, 'Absent'), level(100, 'Argued')];
    return publishSample(this.lab.owner, DEMO, {
      slug: SLUG,
      criteria: [
        { ...criterion, key: 'rank', title: 'It ranks', mode: 'AUTO', weight: 100, skills, levels: null },
        { ...criterion, key: 'report', title: 'The report', mode: 'MANUAL', weight: 100, isRequired: false, skills, levels }, // prettier-ignore
      ],
    });
  }

  /** A certification on the newest version; answers the run's id. */
  async certify(studentId: string, points: number): Promise<string> {
    const wanted = { organizationId: DEMO, studentId, assignmentSlug: SLUG, points };
    return (await certifiedRun(this, wanted)).runId;
  }

  /** Ends a waiting run as a worker does; points: it is scored. */
  async end(runId: string, how: number | RunEnd): Promise<void> {
    const [run] = await this.lab.sql<{ seed: number; claim_token: string }>(
      `UPDATE runs SET status = 'RUNNING', claim_token = gen_random_uuid(), attempt = 1, started_at = now()
       WHERE id = $1 RETURNING seed, claim_token`,
      [runId],
    );
    if (!run) throw new Error('There is no such run.');
    const scored = (points: number) =>
      scoredEnd({ id: runId, seed: run.seed }, 'REGRADE', certification({ assignmentSlug: SLUG, points, kind: 'REGRADE' })); // prettier-ignore
    await this.worker.inTenant({ organizationId: DEMO, userId: null }, (tx) =>
      finishRun(tx, {
        runId,
        claimToken: run.claim_token,
        cpuSeconds: 2,
        finishedAt: new Date(),
        end: typeof how === 'number' ? scored(how) : how,
      }),
    );
  }

  /** Further certified students, made up past the triggers: what counts is how many there are. */
  async crowd(students: number): Promise<void> {
    await this.lab.sql(`
      SET session_replication_role = replica;
      CREATE TEMP TABLE made AS SELECT n, gen_random_uuid() AS student, gen_random_uuid() AS submission, gen_random_uuid() AS run
        FROM generate_series(1, ${students}) n;
      INSERT INTO enrollments (id, organization_id, cohort_id, user_id)
        SELECT gen_random_uuid(), '${DEMO}', (SELECT id FROM cohorts WHERE organization_id = '${DEMO}' LIMIT 1), student FROM made;
      INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name)
        SELECT submission, '${DEMO}', a.id, student, 'd', 1, 'project.zip' FROM made, assignments a
        WHERE a.slug = '${SLUG}' AND a.organization_id = '${DEMO}';
      INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, is_counted, status, outcome, seed,
          started_at, finished_at)
        SELECT run, '${DEMO}', submission, v.id, student, 'CERTIFICATION', true, 'FINISHED', 'SCORED', n, now() - interval '30 seconds', now()
        FROM made, assignment_versions v JOIN assignments a ON a.id = v.assignment_id
        WHERE a.slug = '${SLUG}' AND a.organization_id = '${DEMO}' AND v.version = 1;
      ${scoresOf(`SELECT run, ${BEFORE} AS points FROM made`)};
      ANALYZE runs, scores, submissions`);
  }

  /** Ends all that waits, as the scorer would for the crowd, past the triggers. Answers how many. */
  async endCrowd(): Promise<number> {
    const waiting = await this.lab.sql<{ run: string; n: number }>(
      `SELECT r.id AS run, r.seed AS n FROM runs r WHERE r.kind = 'REGRADE' AND r.status = 'QUEUED'`,
    );
    const points = waiting.map(({ n }) => BEFORE + moveOf(n));
    const runs = waiting.map(({ run }) => run);
    const rows = runs.map((run, at) => `('${run}'::uuid, ${points[at] ?? 0})`).join(', ');
    await this.lab.sql(`
      SET session_replication_role = replica;
      UPDATE runs SET status = 'FINISHED', outcome = 'SCORED', started_at = now(), finished_at = now()
        WHERE id IN (SELECT run FROM (VALUES ${rows}) AS v (run, points));
      ${scoresOf(`SELECT * FROM (VALUES ${rows}) AS v (run, points)`)}`);
    return waiting.length;
  }
}

const scoresOf = (given: string): string => `
  INSERT INTO scores (id, organization_id, run_id, rubric_version_id, split, value, low, high, pass_mark, is_passed, is_provisional,
      anchors_source, criteria, gates, findings, slices, plots, resampled_points)
    SELECT gen_random_uuid(), '${DEMO}', g.run, u.id, 'PRIVATE_TEST', g.points, g.points - 2, g.points + 2, 70, g.points >= 70, false,
      'SHIPPED', jsonb_build_array(jsonb_build_object('key', 'rank', 'points', g.points, 'low', g.points - 2, 'high', g.points + 2,
        'weight', 100, 'countedWeight', 100, 'note', NULL)), '[]', '[]', '[]', '[]', '{1,2}'
    FROM (${given}) g JOIN runs r ON r.id = g.run JOIN rubric_versions u ON u.assignment_version_id = r.assignment_version_id`;

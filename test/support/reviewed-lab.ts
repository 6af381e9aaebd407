import type { Database } from '@holdout/db';
import { ApiLab, DEMO } from './api-lab.js';
import { publishSample } from './sample-assignment.js';
import { admitStudents } from './lab-students.js';
import { scoreRun } from './scored-runs.js';

/** An assignment with two criteria for people beside an automatic one. */
export const SLUG = 'reviewed';
const POINTS = [62, 75, 80];

const level = (points: number, label: string) => ({ points, label, description: `${label}.` });
const manual = (key: string, isRequired: boolean) => ({
  key,
  title: `The ${key}`,
  description: '',
  mode: 'MANUAL' as const,
  weight: 35,
  isRequired,
  advice: '',
  workflowStep: 'FRAME' as const,
  skills: ['MATHEMATICS' as const],
  levels: [level(0, 'Absent'), level(60, 'Present'), level(100, 'Argued')],
});

/** An API whose demo organization has three students with a scored certification each; no container ran. */
export class ReviewedLab {
  /** Of the three, the oldest first. */
  readonly runs: string[] = [];

  readonly lab: ApiLab;
  readonly api: Database;
  readonly worker: Database;

  private constructor(lab: ApiLab, api: Database, worker: Database) {
    this.lab = lab;
    this.api = api;
    this.worker = worker;
  }

  /** @param options of the API */
  static async start(options: Parameters<typeof ApiLab.start>[0] = {}): Promise<ReviewedLab> {
    const lab = await ApiLab.start(options);
    const { api, worker } = lab.openDatabases();
    const reviewed = new ReviewedLab(lab, api, worker);
    await reviewed.arrange();
    return reviewed;
  }

  async stop(): Promise<void> {
    await Promise.all([this.api.close(), this.worker.close()]);
    await this.lab.stop();
  }

  /** A certification with these points; answers the run's id. */
  async handIn(studentId: string, points: number, now: Date): Promise<string> {
    const archive = { digest: 'a'.repeat(64), bytes: 10, fileName: 'project.zip' };
    const what = {
      assignmentSlug: SLUG,
      kind: 'CERTIFICATION' as const,
      archive,
      declaration: { aiUse: 'ASSISTANCE' as const, help: 'a friend', isOwnWork: true },
    };
    const submission = { organizationId: DEMO, studentId, ...what, now };
    return (await scoreRun(this, submission, { points })).runId;
  }

  /** Data of a query that is expected to succeed. */
  async read<T>(cookie: string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.lab.ask<T>({ cookie }, query, variables);
    expect(errors).toBeUndefined();
    return data as T;
  }

  private async arrange(): Promise<void> {
    await publishSample(this.lab.owner, DEMO, {
      slug: SLUG,
      criteria: [
        {
          key: 'ranking',
          title: 'Ranking',
          description: '',
          mode: 'AUTO',
          weight: 35,
          isRequired: true,
          workflowStep: 'IMPROVE',
          skills: ['MATHEMATICS'],
          levels: null,
          advice: '',
        },
        manual('report', true),
        manual('notes', false),
      ],
    });
    const students = await admitStudents(
      this.lab,
      this.api,
      POINTS.map((_, index) => `Student ${index}`),
    );
    for (const [index, points] of POINTS.entries()) {
      const minutesAgo = POINTS.length - index;
      this.runs.push(
        await this.handIn(students[index] ?? '', points, new Date(Date.now() - minutesAgo * 60_000)),
      );
    }
  }
}

import { createDatabase, type Database } from '@holdout/db';
import { ApiLab, DEMO } from './api-lab.js';
import { certifiedRun } from './certified-run.js';
import { until } from './until.js';

const SAVE =
  'mutation ($input: SavePortfolioInput!) { savePortfolio(input: $input) { slug items { submissionId } } }';
const PUBLISH = 'mutation ($isPublic: Boolean!) { publishPortfolio(isPublic: $isPublic) { isPublic } }';

const text = {
  slug: 'sam-okafor',
  headline: 'Risk models',
  pseudonym: null,
  location: 'Berlin',
  isRemote: true,
};

export type Headers = Record<'cookie', string>;

/** An API with a worker that signs, and the demo student's pass with its credential; no container runs. */
export class PortfolioLab {
  private constructor(
    readonly api: ApiLab,
    private readonly worker: Database,
    readonly student: Headers,
    readonly studentId: string,
    readonly pass: { runId: string; submissionId: string },
  ) {}

  static async start(): Promise<PortfolioLab> {
    const api = await ApiLab.start();
    await api.startWorker();
    const worker = createDatabase({ url: api.test.workerUrl, max: 2 });
    const student = { cookie: await api.signIn('student@demo.holdout') };
    const studentId = await userIdOf(api, 'student@demo.holdout');
    const pass = await certified(api, worker, studentId, 90);
    await api.ask(student, 'mutation { beginPortfolio { id } }');
    return new PortfolioLab(api, worker, student, studentId, pass);
  }

  async stop(): Promise<void> {
    await this.worker.close();
    await this.api.stop();
  }

  userId(email: string): Promise<string> {
    return userIdOf(this.api, email);
  }

  /** A pass of another student of the school, once its credential is there. */
  passOf(studentId: string, points: number) {
    return certified(this.api, this.worker, studentId, points);
  }

  /** The student's pass as a portfolio shows it. */
  item(more: object = {}) {
    return {
      submissionId: this.pass.submissionId,
      caseStudy: 'Why it *worked*.',
      showsMetrics: true,
      showsPercentile: true,
      showsComments: false,
      showsFigures: false,
      showsModelCard: false,
      showsCode: false,
      showsCriteria: false,
      ...more,
    };
  }

  /** Answers the code of the error, or "ok". */
  save(more: object = {}, headers = this.student): Promise<string> {
    return this.api.codeOf(headers, SAVE, { input: { ...text, items: [this.item()], ...more } });
  }

  publish(isPublic: boolean): Promise<string> {
    return this.api.codeOf(this.student, PUBLISH, { isPublic });
  }

  async portfolioId(studentId = this.studentId): Promise<string> {
    const rows = await this.api.sql<{ id: string }>('SELECT id FROM portfolios WHERE student_id = $1', [
      studentId,
    ]);
    return rows[0]?.id ?? '';
  }
}

async function userIdOf(api: ApiLab, email: string): Promise<string> {
  const rows = await api.sql<{ id: string }>(`SELECT id FROM auth."user" WHERE email = $1`, [email]);
  return rows[0]?.id ?? '';
}

async function certified(api: ApiLab, worker: Database, studentId: string, points: number) {
  const pass = await certifiedRun(
    { api: api.owner, worker },
    { organizationId: DEMO, studentId, assignmentSlug: 'tabular-risk', points },
  );
  await until(
    () => api.sql(`SELECT 1 FROM credentials WHERE run_id = $1 AND status = 'ISSUED'`, [pass.runId]),
    ({ length }) => length === 1,
  );
  return pass;
}

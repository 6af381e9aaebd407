import type { Database } from '@holdout/db';
import { ApiLab, DEMO } from '../support/api-lab.js';
import { certifiedRun } from '../support/certified-run.js';

const ASK = 'mutation ($runId: ID!) { reproduceRun(runId: $runId) { runId verdict } }';
const CANCEL = 'mutation ($runId: ID!) { cancelRun(runId: $runId) { outcome } }';
const READ = `query ($runId: ID!) { run(id: $runId) {
  metrics { value } receipt { digest }
  reproductions { verdict isRunVisible requestedBy measures { name agreement original reproduced tolerance } }
  reproduction { originalRunId verdict } } }`;

interface Run {
  metrics: { value: number }[];
  receipt: { digest: string } | null;
  reproductions: {
    verdict: string | null;
    isRunVisible: boolean;
    measures: { name: string; agreement: string; original: number | null; reproduced: number | null }[];
  }[];
  reproduction: { originalRunId: string; verdict: string | null } | null;
}

const people = {
  student: 'student@demo.holdout',
  foreign: 'student@other.holdout',
  instructor: 'instructor@demo.holdout',
  foreignStaff: 'instructor@other.holdout',
  manager: 'manager@demo.holdout',
};
type Person = keyof typeof people;

let lab: ApiLab;
let databases: { api: Database; worker: Database };
let cookies: Record<Person, string>;
let original: string;
let practice: string;

beforeAll(async () => {
  lab = await ApiLab.start();
  databases = lab.openDatabases();
  cookies = await lab.signInAll(people);
  [original, practice] = [await scored('CERTIFICATION'), await scored('PRACTICE')];
});
afterAll(async () => {
  await Promise.all([databases?.api.close(), databases?.worker.close()]);
  await lab?.stop();
});

/** A scored run of the demo student, with the salt that a worker would have drawn. */
async function scored(kind: 'PRACTICE' | 'CERTIFICATION'): Promise<string> {
  const { data } = await lab.ask<{ viewer: { id: string } }>(
    { cookie: cookies.student },
    '{ viewer { id } }',
  );
  const { runId } = await certifiedRun(databases, {
    organizationId: DEMO,
    studentId: data?.viewer.id ?? '',
    assignmentSlug: 'tabular-risk',
    points: 80,
    kind,
  });
  await past(`UPDATE runs SET salt = '${'ab'.repeat(32)}' WHERE id = '${runId}'`);
  return runId;
}

/** A statement past the triggers that keep history. */
const past = (statement: string) => lab.sql(`SET session_replication_role = replica; ${statement}`);

const as = (who: Person | '', query: string, runId: string) =>
  lab.codeOf(who ? { cookie: cookies[who] } : {}, query, { runId });

async function read(who: Person, runId: string): Promise<Run> {
  const { data } = await lab.ask<{ run: Run }>({ cookie: cookies[who] }, READ, { runId });
  if (!data) throw new Error('The run was not answered.');
  return data.run;
}

/** Has it reproduced and answers the id of the run that does so. */
async function ask(who: Person, runId = original): Promise<string> {
  const { data } = await lab.ask<{ reproduceRun: { runId: string } }>({ cookie: cookies[who] }, ASK, {
    runId,
  });
  if (!data) throw new Error('It was not sent to be reproduced.');
  return data.reproduceRun.runId;
}

/** Ends a reproduction as a worker does, with one number that came out differently. */
async function end(runId: string): Promise<void> {
  const comparison = {
    measures: [
      {
        name: 'auc',
        label: 'AUC',
        unit: '',
        tolerance: 0.0006,
        agreement: 'WITHIN_INTERVAL',
        original: { value: 0.83, low: 0.8, high: 0.86 },
        reproduced: { value: 0.85, low: 0.82, high: 0.88 },
      },
    ],
    files: [],
    missingImages: [],
    isSameHardware: true,
    isSameAnchors: true,
    isSameScorer: true,
  };
  await lab.sql(
    `UPDATE reproductions SET verdict = 'DIFFERENT', finished_at = now(), comparison = $2 WHERE run_id = $1`,
    [runId, comparison],
  );
  await lab.sql(
    `UPDATE runs SET status = 'FINISHED', outcome = 'SCORED', finished_at = now() WHERE id = $1`,
    [runId],
  );
}

it('is for the student of the run and for staff of its organization', async () => {
  expect(await as('', ASK, original)).toBe('UNAUTHENTICATED');
  expect(await as('manager', ASK, original)).toBe('FORBIDDEN');
  expect(await as('foreign', ASK, original)).toBe('NOT_FOUND');
  expect(await as('foreignStaff', ASK, original)).toBe('NOT_FOUND');
  expect(await as('student', ASK, original)).toBe('ok');
  expect(await as('instructor', ASK, original)).toBe('CONFLICT'); // one at a time
});

it('charges no attempt, stands in no list of attempts, and ends inconclusive when it is cancelled', async () => {
  const attempts = '{ assignment(slug: "tabular-risk") { policy { practiceLeftToday certificationsLeft } } }';
  const before = await lab.ask({ cookie: cookies.student }, attempts);
  const [row] = await lab.sql<{ run_id: string }>('SELECT run_id FROM reproductions WHERE verdict IS NULL');
  const id = row?.run_id ?? '';
  const list = await lab.ask({ cookie: cookies.student }, '{ runs { edges { node { id } } } }');
  expect(JSON.stringify(list)).not.toContain(id);
  expect(await as('student', CANCEL, id)).toBe('ok');
  expect((await read('student', id)).reproduction).toEqual({
    originalRunId: original,
    verdict: 'INCONCLUSIVE',
  });
  expect(await lab.ask({ cookie: cookies.student }, attempts)).toEqual(before);
  expect(await as('student', ASK, id)).toBe('CONFLICT'); // a reproduction is not reproduced
});

it('shows staff the numbers and students whether they agree', async () => {
  const id = await ask('instructor');
  await end(id);
  const [forStaff] = (await read('instructor', original)).reproductions;
  expect(forStaff).toMatchObject({ verdict: 'DIFFERENT', isRunVisible: true });
  expect(forStaff?.measures).toEqual([
    { name: 'auc', agreement: 'WITHIN_INTERVAL', original: 0.83, reproduced: 0.85, tolerance: 0.0006 },
  ]);
  const [forStudent] = (await read('student', original)).reproductions;
  expect(forStudent).toMatchObject({ verdict: 'DIFFERENT', isRunVisible: false });
  expect(forStudent?.measures).toEqual([
    { name: 'auc', agreement: 'WITHIN_INTERVAL', original: null, reproduced: null, tolerance: null },
  ]);
  expect(await as('student', READ, id)).toBe('NOT_FOUND');
});

it('keeps what a student’s own reproduction measured from the student', async () => {
  const id = await ask('student');
  await end(id);
  await past(`INSERT INTO metric_values SELECT gen_random_uuid(), organization_id, '${id}', name, label, split, value, low,
    high, n, direction, unit, is_graded, method, resamples, position FROM metric_values WHERE run_id = '${original}'`);
  await past(`INSERT INTO receipts (id, organization_id, run_id, statement, digest)
    VALUES (gen_random_uuid(), '${DEMO}', '${id}', '{}', 'd')`);
  expect(await read('student', id)).toMatchObject({ metrics: [], receipt: null });
  expect(await read('instructor', id)).toMatchObject({
    metrics: [{ value: 0.8312345 }],
    receipt: { digest: 'd' },
  });
});

it('has a limit for each day and for each run of one’s own', async () => {
  await end(await ask('student', practice)); // the third of today
  const { errors } = await lab.ask({ cookie: cookies.student }, ASK, { runId: practice });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await as('instructor', ASK, practice)).toBe('ok');
  await past(`UPDATE reproductions SET created_at = now() - interval '2 days'`);
  await past(`UPDATE reproductions SET verdict = 'INCONCLUSIVE', finished_at = now() WHERE verdict IS NULL`);
  for (let left = 3; left > 0; left -= 1) await end(await ask('student'));
  await past(`UPDATE reproductions SET created_at = now() - interval '2 days'`);
  const { errors: ofRun } = await lab.ask({ cookie: cookies.student }, ASK, { runId: original });
  expect(ofRun?.[0]?.message).toContain('5 times');
});

it('is never rewritten, and its verdict is not the API’s to give', async () => {
  await expect(lab.sql(`UPDATE reproductions SET verdict = 'IDENTICAL'`)).rejects.toMatchObject({
    code: 'HD001',
  });
  await expect(lab.sql('DELETE FROM reproductions')).rejects.toMatchObject({ code: 'HD001' });
  const forge = databases.api.inTenant({ organizationId: DEMO, userId: null }, (tx) =>
    tx.reproduction.updateMany({ data: { verdict: 'IDENTICAL' } }),
  );
  await expect(forge).rejects.toThrow(/permission denied/);
});

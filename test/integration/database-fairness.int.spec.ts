import { createDatabase, newId, type Database } from '@holdout/db';
import { fairOrder, studentKey, type FairShare, type WaitingRun } from '@holdout/fair-queue';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { arrangeSchool, type School } from '../support/school.js';

let test: TestDatabase;
let schools: School[];
let worker: Database;
let admin: pg.Client;

beforeAll(async () => {
  test = await freshDatabase();
  schools = [
    await arrangeSchool(test, 'one', 3),
    await arrangeSchool(test, 'two', 3),
    await arrangeSchool(test, 'three', 3),
  ];
  worker = createDatabase({ url: test.workerUrl, max: 2 });
  admin = new pg.Client(test.adminUrl);
  await admin.connect();
});

afterAll(async () => {
  await Promise.all([worker.close(), admin.end()]);
  await test.drop();
});

/** A repeatable source of whole numbers below `n`. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

async function addRun(
  school: School,
  studentId: string,
  queuedAt: number,
  cpuSeconds: number | null,
): Promise<string> {
  const [submissionId, runId] = [newId(), newId()];
  await admin.query(
    `INSERT INTO submissions (id, organization_id, assignment_id, student_id, archive_digest, archive_bytes, file_name)
     VALUES ($1, $2, $3, $4, 'x', 1, 'x.zip')`,
    [submissionId, school.organizationId, school.assignmentId, studentId],
  );
  await admin.query(
    `INSERT INTO runs (id, organization_id, submission_id, assignment_version_id, student_id, kind, seed, queued_at, status,
       outcome, cpu_seconds, finished_at)
     VALUES ($1, $2, $3, $4, $5, 'PRACTICE', 1, to_timestamp($6 / 1000.0), $7::"RunStatus", $8::"Outcome", $9, $10)`,
    [
      runId,
      school.organizationId,
      submissionId,
      school.versionId,
      studentId,
      queuedAt,
      cpuSeconds === null ? 'QUEUED' : 'FINISHED',
      cpuSeconds === null ? null : 'SCORED',
      cpuSeconds ?? 0,
      cpuSeconds === null ? null : new Date(),
    ],
  );
  return runId;
}

it('claims in exactly the order of the pure rule, and says the same positions', async () => {
  const roll = dice(11);
  const waiting: WaitingRun[] = [];
  const share: FairShare = { usage: { organizations: new Map(), students: new Map() }, weights: new Map() };
  const { organizations, students } = share.usage as {
    organizations: Map<string, number>;
    students: Map<string, number>;
  };
  await admin.query(`UPDATE organizations SET weight = 2 WHERE slug = 'two'`);
  (share.weights as Map<string, number>).set(schools[1]?.organizationId ?? '', 2);
  const past = Date.now() - 600_000;
  for (let i = 0; i < 40; i += 1) {
    const school = schools[roll(3)] as School;
    const studentId = school.students[roll(3)] as string;
    const { organizationId } = school;
    if (i < 12) {
      const seconds = roll(8) * 15;
      await addRun(school, studentId, past, seconds);
      const key = studentKey(organizationId, studentId);
      organizations.set(organizationId, (organizations.get(organizationId) ?? 0) + seconds);
      students.set(key, (students.get(key) ?? 0) + seconds);
    } else {
      const queuedAt = past + roll(10) * 1000;
      waiting.push({
        id: await addRun(school, studentId, queuedAt, null),
        organizationId,
        studentId,
        queuedAt,
      });
    }
  }
  const expected = fairOrder(waiting, share).map(({ id }) => id);
  const placed = await Promise.all(
    expected.map(async (id) => (await worker.system.queuePosition(id))?.position),
  );
  expect(placed).toEqual(expected.map((_, index) => index + 1));
  const first = await worker.system.claimNextRun('w', 30);
  expect(first?.runId).toBe(expected[0]);
});

it('knows no waiting time while no worker is up, and one once there is', async () => {
  const { rows } = await admin.query<{ id: string }>(
    `SELECT run_id AS id FROM fair_order() ORDER BY place DESC LIMIT 1`,
  );
  const last = rows[0]?.id ?? '';
  expect((await worker.system.queuePosition(last))?.aheadSeconds).toBeNull();
  await worker.system.beat({ id: 'w', hostname: 'h', labels: [], concurrency: 2, startedAt: new Date() });
  expect((await worker.system.queuePosition(last))?.aheadSeconds).toBeGreaterThan(60);
  expect(await worker.system.queuePosition(newId())).toBeNull();
});

import {
  appendLog,
  cancelRun,
  createDatabase,
  createWithRun,
  endPhase,
  ensureCertificationLeft,
  finishRun,
  logAfter,
  newId,
  releaseRun,
  runById,
  runToGrade,
  startPhase,
  type ClaimedRun,
  type Database,
} from '@holdout/db';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { arrangeSchool, inSchool, submissionOf, type School } from '../support/school.js';

let test: TestDatabase;
let school: School;
let api: Database;
let worker: Database;
let admin: pg.Client;

beforeEach(async () => {
  test = await freshDatabase();
  school = await arrangeSchool(test, 'school', 3);
  api = createDatabase({ url: test.apiUrl, max: 6 });
  worker = createDatabase({ url: test.workerUrl, max: 6 });
  admin = new pg.Client(test.adminUrl);
  await admin.connect();
});

afterEach(async () => {
  await Promise.all([api.close(), worker.close(), admin.end()]);
  await test.drop();
});

const submit = (student = 0, kind: 'PRACTICE' | 'CERTIFICATION' = 'PRACTICE') =>
  inSchool(api, school, (tx) =>
    createWithRun(tx, submissionOf(school, school.students[student] ?? '', kind)),
  );

async function claim(name = 'w'): Promise<ClaimedRun> {
  const claimed = await worker.system.claimNextRun(name, 30, ['cpu', 'image:light']);
  if (!claimed) throw new Error('nothing to claim');
  return claimed;
}

const finishCancelled = ({ runId, claimToken }: ClaimedRun) =>
  inSchool(worker, school, (tx) =>
    finishRun(tx, {
      runId,
      claimToken,
      end: { outcome: 'CANCELLED', message: 'Cancelled.' },
      cpuSeconds: 1,
      finishedAt: new Date(),
    }),
  );

const startTraining = ({ runId, claimToken, organizationId, attempt }: ClaimedRun) =>
  inSchool(worker, school, (tx) =>
    startPhase(tx, {
      runId,
      claimToken,
      organizationId,
      attempt,
      position: 0,
      name: 'TRAIN',
      label: 'train',
      limitSeconds: 60,
      startedAt: new Date(),
    }),
  );

const expire = (runId: string) =>
  admin.query(`UPDATE runs SET lease_expires_at = now() - interval '1 second' WHERE id = $1`, [runId]);

describe('claiming', () => {
  it('gives one run to one of many workers', async () => {
    await submit();
    const claims = await Promise.all(
      Array.from({ length: 6 }, (_, i) => worker.system.claimNextRun(`w${i}`, 30, ['cpu', 'image:light'])),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('happens at once where nobody else is at it, and is left to others where somebody is', async () => {
    const { run } = await submit();
    const labels = ['cpu', 'image:light'];
    await admin.query("BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('claim', 0))");
    expect(await worker.system.claimAtOnce('w', 30, labels)).toBeNull();
    await admin.query('COMMIT');
    expect(await worker.system.claimAtOnce('w', 30, labels)).toMatchObject({ runId: run.id, attempt: 1 });
    expect(await worker.system.claimAtOnce('w', 30, labels)).toBeNull();
  });

  it('gives every run out once, and two at most of one student', async () => {
    for (let i = 0; i < 3; i += 1) await submit(0);
    await submit(1);
    const claims = await Promise.all(
      Array.from({ length: 6 }, (_, i) => worker.system.claimNextRun(`w${i}`, 30, ['cpu', 'image:light'])),
    );
    const runs = claims.flatMap((claimed) => (claimed ? [claimed.runId] : []));
    expect(new Set(runs).size).toBe(3);
    const { rows } = await admin.query(
      `SELECT count(*)::int AS n FROM runs WHERE status = 'RUNNING' AND student_id = $1`,
      [school.students[0]],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('skips runs that wait for a later time or were cancelled', async () => {
    const { run: later } = await submit(0);
    const { run: gone } = await submit(1);
    await admin.query(`UPDATE runs SET not_before = now() + interval '1 hour' WHERE id = $1`, [later.id]);
    await inSchool(api, school, (tx) => cancelRun(tx, gone.id, new Date()));
    expect(await worker.system.claimNextRun('w', 30, ['cpu', 'image:light'])).toBeNull();
    expect(await inSchool(api, school, (tx) => runById(tx, gone.id))).toMatchObject({ outcome: 'CANCELLED' });
  });
});

describe('a claim', () => {
  it('fences off the worker that lost it', async () => {
    const { run } = await submit();
    const lost = await claim('first');
    await startTraining(lost);
    await expire(run.id);
    expect(await worker.system.runsToTicket()).toEqual([
      { runId: run.id, organizationId: school.organizationId, attempt: 2 },
    ]);
    const held = await claim('second');
    expect(held).toMatchObject({ runId: run.id, attempt: 2 });
    expect(await worker.system.renewLease(run.id, lost.claimToken, 30)).toBe('LOST');
    await expect(finishCancelled(lost)).rejects.toThrow('no longer held');
    await expect(startTraining(lost)).rejects.toThrow('no longer held');
    await expect(
      inSchool(worker, school, (tx) =>
        appendLog(tx, { ...lost, phase: 'TRAIN', sequence: 0, text: 'from the grave' }),
      ),
    ).rejects.toThrow('no longer held');
    const phases = (await inSchool(api, school, (tx) => runById(tx, run.id))).phases;
    expect(phases.map(({ status }) => status)).toEqual(['FAILED']);
  });

  it('tells its worker when the student wants to stop', async () => {
    const { run } = await submit();
    const claimed = await claim();
    expect(await worker.system.renewLease(run.id, claimed.claimToken, 30)).toBe('HELD');
    await inSchool(api, school, (tx) => cancelRun(tx, run.id, new Date()));
    expect(await worker.system.renewLease(run.id, claimed.claimToken, 30)).toBe('CANCEL_REQUESTED');
  });

  it('carries phases and the log, which the reader gets in order', async () => {
    const { run } = await submit();
    const claimed = await claim();
    expect((await inSchool(worker, school, (tx) => runToGrade(tx, run.id, claimed.claimToken))).seed).toBe(
      run.seed,
    );
    const phaseId = await startTraining(claimed);
    for (const sequence of [1, 0]) {
      await inSchool(worker, school, (tx) =>
        appendLog(tx, { ...claimed, phase: 'TRAIN', sequence, text: `line ${sequence}\0` }),
      );
    }
    const end = { runId: run.id, claimToken: claimed.claimToken, phaseId, endedAt: new Date() };
    await inSchool(worker, school, (tx) =>
      endPhase(tx, { ...end, status: 'SUCCEEDED', usage: { wallMs: 5 } }),
    );
    const log = await inSchool(api, school, (tx) => logAfter(tx, run.id, null));
    expect(log.map(({ text }) => text)).toEqual(['line 0\uFFFD', 'line 1\uFFFD']);
    expect(await inSchool(api, school, (tx) => logAfter(tx, run.id, 0))).toHaveLength(1);
  });
});

describe('a run whose worker is gone', () => {
  it('ends when it was to be cancelled', async () => {
    const { run } = await submit();
    await claim();
    await inSchool(api, school, (tx) => cancelRun(tx, run.id, new Date()));
    await expire(run.id);
    expect(await worker.system.runsToTicket()).toEqual([]);
    expect(await inSchool(api, school, (tx) => runById(tx, run.id))).toMatchObject({ outcome: 'CANCELLED' });
  });

  it('is given up after five tries, and costs nothing', async () => {
    await submit(0, 'CERTIFICATION');
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const claimed = await claim();
      expect(claimed.attempt).toBe(attempt);
      await expire(claimed.runId);
      await worker.system.runsToTicket();
    }
    expect(await worker.system.claimNextRun('w', 30, ['cpu', 'image:light'])).toBeNull();
    const { rows } = await admin.query('SELECT outcome FROM runs');
    expect(rows).toEqual([{ outcome: 'INFRASTRUCTURE_ERROR' }]);
    await submit(0, 'CERTIFICATION');
    await submit(0, 'CERTIFICATION');
    await expect(submit(0, 'CERTIFICATION')).rejects.toThrow('All 2 certification attempts are used');
  });

  it('is tried later when its host broke in order', async () => {
    const { run } = await submit();
    const claimed = await claim();
    const release = { runId: run.id, claimToken: claimed.claimToken, message: 'no engine', delaySeconds: 60 };
    const answer = await inSchool(worker, school, (tx) =>
      releaseRun(tx, { ...release, cause: 'ENGINE_FAILED', now: new Date() }),
    );
    expect(answer).toBe('REQUEUED');
    expect(await inSchool(api, school, (tx) => runById(tx, run.id))).toMatchObject({
      interruptions: [{ attempt: 1, cause: 'ENGINE_FAILED' }],
    });
    expect(await worker.system.claimNextRun('w', 30, ['cpu', 'image:light'])).toBeNull();
  });
});

describe('finishing', () => {
  it('happens once, however often it is asked for', async () => {
    await submit();
    const claimed = await claim();
    expect(await finishCancelled(claimed)).toBe('FINISHED');
    expect(await finishCancelled(claimed)).toBe('ALREADY_FINISHED');
    await expect(finishCancelled({ ...claimed, claimToken: newId() })).rejects.toThrow('no longer held');
  });
});

describe('attempts', () => {
  it('cannot be exceeded by submitting at the same time', async () => {
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => submit(0, 'CERTIFICATION')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const practice = await Promise.allSettled(Array.from({ length: 6 }, () => submit(1)));
    expect(practice.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('are extended by one at a time, for one student, and only when none is left', async () => {
    const extend = () =>
      inSchool(api, school, (tx) =>
        ensureCertificationLeft(tx, {
          organizationId: school.organizationId,
          assignmentSlug: 'risk',
          studentId: school.students[0] ?? '',
          grantedById: school.students[1] ?? '',
          reason: 'The sample.',
          now: new Date(),
        }),
      );
    expect(await extend()).toBe(0);
    for (const extra of [0, 0, 1, 2]) {
      expect(await extend()).toBe(extra);
      expect(await extend()).toBe(extra);
      await submit(0, 'CERTIFICATION');
      await finishCancelled(await claim());
      await admin.query("SET session_replication_role = replica; UPDATE runs SET outcome = 'SCORED'");
    }
    await submit(1, 'CERTIFICATION');
    await submit(1, 'CERTIFICATION');
    await expect(submit(1, 'CERTIFICATION')).rejects.toThrow('All 2 certification attempts are used');
  });

  it('are for those who are enrolled', async () => {
    const stranger = inSchool(api, school, (tx) => createWithRun(tx, submissionOf(school, newId())));
    await expect(stranger).rejects.toThrow('not enrolled');
  });
});

describe('uploads', () => {
  it('that nobody submitted in time are forgotten, in every organization; the others stay', async () => {
    const other = await arrangeSchool(test, 'other', 1);
    const upload = (id: string, organizationId: string, expires: string, consumed: string) =>
      admin.query(
        `INSERT INTO uploads (id, organization_id, user_id, bytes, file_name, expires_at, consumed_at)
         VALUES ($1, $2, $3, 1, 'a.zip', now() + $4::interval, ${consumed})`,
        [id, organizationId, school.students[0], expires],
      );
    await upload('old', school.organizationId, '-1 minute', 'NULL');
    await upload('old elsewhere', other.organizationId, '-1 day', 'NULL');
    await upload('submitted', school.organizationId, '-1 day', 'now()');
    await upload('under way', school.organizationId, '1 minute', 'NULL');
    expect(await worker.system.sweepExpiredUploads(1)).toBe(1);
    expect(await worker.system.sweepExpiredUploads()).toBe(1);
    expect(await worker.system.sweepExpiredUploads()).toBe(0);
    const { rows } = await admin.query<{ id: string }>('SELECT id FROM uploads ORDER BY id');
    expect(rows.map(({ id }) => id)).toEqual(['submitted', 'under way']);
    await expect(api.system.sweepExpiredUploads()).rejects.toThrow(/permission denied/);
  });
});

describe('listeners', () => {
  it('hear of a run by its id and that it waits', async () => {
    const listener = new pg.Client(test.apiUrl);
    await listener.connect();
    await listener.query('LISTEN holdout_run');
    const heard = new Promise<string | undefined>((resolve) =>
      listener.once('notification', ({ payload }) => resolve(payload)),
    );
    const { run } = await submit();
    expect(JSON.parse((await heard) ?? '')).toEqual({
      organizationId: school.organizationId,
      runId: run.id,
      isWaiting: true,
    });
    await listener.end();
  });
});

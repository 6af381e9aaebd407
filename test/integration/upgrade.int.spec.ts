import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDatabase, namesOf, PersonalData, rankOf, standingsOf, type Database } from '@holdout/db';
import { FileBlobStore } from '@holdout/storage';
import type pg from 'pg';
import { ApiLab } from '../support/api-lab.js';
import { emptyDatabase, withClient } from '../support/database.js';
import { admin, ADMIN_SECRETS, adminSettings } from '../support/holdout-admin.js';
import { migrationNames } from '../support/migrations.js';
import { nodeEnvironment } from '../support/node-environment.js';

const SEED = fileURLToPath(new URL('../../prisma/seed/main.ts', import.meta.url));
const OLDER = fileURLToPath(new URL('older-deployment', import.meta.url));
const ITS_MIGRATIONS = 10;

let lab: ApiLab;
let said: string;
let school: { id: string; assignmentId: string; versionId: string; students: string[] };

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'holdout-upgrade-'));
  const test = await emptyDatabase();
  said = await admin(['restore', OLDER], adminSettings(folder, test.adminUrl));
  await promisify(execFile)(process.execPath, [SEED], {
    env: {
      ...nodeEnvironment,
      ...ADMIN_SECRETS,
      MIGRATOR_DATABASE_URL: test.migratorUrl,
      HOLDOUT_DATA: folder,
      PUBLIC_URL: 'http://holdout.test',
    },
  });
  school = await withClient(test.adminUrl, readSchool);
  lab = await ApiLab.start({ of: { test, folder } });
}, 120_000);

afterAll(async () => {
  await lab?.stop();
});

async function readSchool(client: pg.Client): Promise<typeof school> {
  const { rows } = await client.query<typeof school>(
    `SELECT o.id, a.id AS "assignmentId", v.id AS "versionId",
       (SELECT array_agg(r.student_id ORDER BY r.queued_at) FROM runs r WHERE r.organization_id = o.id AND r.kind = 'CERTIFICATION') AS students
     FROM organizations o JOIN assignments a ON a.organization_id = o.id JOIN assignment_versions v ON v.assignment_id = a.id
     WHERE o.slug = 'school'`,
  );
  if (!rows[0]) throw new Error('The older deployment has no school.');
  return rows[0];
}

const asSchool = <T>(url: string, work: (database: Database) => Promise<T>): Promise<T> => {
  const database = createDatabase({ url, max: 1 });
  return work(database).finally(() => database.close());
};

it('is brought to this version, migration by migration', async () => {
  const names = await migrationNames();
  expect(said).toContain(`${names.length - ITS_MIGRATIONS} newer migrations were applied.`);
  await withClient(lab.test.adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT conname AS name FROM pg_constraint WHERE NOT convalidated
       UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid`,
    );
    expect(rows).toEqual([]);
  });
});

it('has every score, and whoever handed in stands where they stood', async () => {
  const [first = '', second = '', waiting = ''] = school.students;
  await asSchool(lab.test.apiUrl, (api) =>
    api.inTenant({ organizationId: school.id, userId: first }, async (tx) => {
      const points = async (student: string) =>
        (await standingsOf(tx, student, null)).get(school.assignmentId)?.bestPoints;
      expect([await points(first), await points(second), await points(waiting)]).toEqual([82, 71, null]);
      const board = { assignmentVersionId: school.versionId, split: 'PUBLIC_TEST', cohortId: null } as const;
      expect(await rankOf(tx, board, first)).toMatchObject({ value: 60, rank: 1 });
      const names = await namesOf(tx, new PersonalData(ADMIN_SECRETS.HOLDOUT_DEPLOYMENT_SECRET), [first]);
      expect(names.get(first)).toBe('Student 0');
    }),
  );
  const blobs = new FileBlobStore(path.join(lab.folder, 'blobs'));
  const digest = '8d24f5bc0a858d02c625ad2ee5650d947963bc3086eeca94926f51a8295159f2';
  expect((await blobs.getBuffer(digest)).toString()).toBe('a project');
});

it('gives a worker of this version the run that waited', async () => {
  await asSchool(lab.test.workerUrl, async (worker) => {
    const claimed = await worker.system.claimNextRun('w', 30, ['cpu', 'image:light']);
    expect(claimed?.organizationId).toBe(school.id);
  });
});

it('lets everybody in as before, and shows them the lessons of this version', async () => {
  const cookie = await lab.signIn('student@demo.holdout');
  const { data, errors } = await lab.ask<{ track: { stages: { lessons: { title: string }[] }[] } }>(
    { cookie, 'x-holdout-csrf': '1', 'x-holdout-organization': 'demo' },
    '{ track { stages { lessons { title } } } }',
  );
  expect(errors).toBeUndefined();
  const lessons = (data?.track.stages ?? []).flatMap((stage) => stage.lessons);
  const before = await withClient(lab.test.adminUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM lessons l JOIN organizations o ON o.id = l.organization_id WHERE o.slug = 'demo'`,
    );
    return rows[0]?.n ?? 0;
  });
  expect(lessons.length).toBe(before);
  expect(lessons.length).toBeGreaterThan(20);
});

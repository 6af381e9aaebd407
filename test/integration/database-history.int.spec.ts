import { createDatabase, createWithRun, checkAuditChain, recordAudit, type Database } from '@holdout/db';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { arrangeSchool, inSchool, submissionOf, type School } from '../support/school.js';

let test: TestDatabase;
let school: School;
let api: Database;
let admin: pg.Client;
let submissionId: string;
let runId: string;

beforeAll(async () => {
  test = await freshDatabase();
  school = await arrangeSchool(test, 'school');
  api = createDatabase({ url: test.apiUrl, max: 3 });
  admin = new pg.Client(test.adminUrl);
  await admin.connect();
  const made = await inSchool(api, school, (tx) =>
    createWithRun(tx, submissionOf(school, school.students[0] ?? '')),
  );
  [submissionId, runId] = [made.submission.id, made.run.id];
});

afterAll(async () => {
  await Promise.all([api.close(), admin.end()]);
  await test.drop();
});

/** SQLSTATE that even a superuser gets. */
async function refusal(statement: string): Promise<string | undefined> {
  try {
    await admin.query(statement);
    return 'no error';
  } catch (error) {
    return (error as pg.DatabaseError).code;
  }
}

describe('history', () => {
  it('keeps a published version and its parts', async () => {
    const id = school.versionId;
    const parts = [
      `UPDATE assignment_versions SET brief = 'other' WHERE id = '${id}'`,
      `DELETE FROM assignment_versions WHERE id = '${id}'`,
      `UPDATE datasets SET licence = 'none' WHERE assignment_version_id = '${id}'`,
      `UPDATE splits SET rows = 1`,
      `DELETE FROM graders WHERE assignment_version_id = '${id}'`,
      `UPDATE criteria SET weight = 100`,
    ];
    for (const statement of parts)
      expect([statement, await refusal(statement)]).toEqual([statement, 'HD001']);
  });

  it('keeps submissions', async () => {
    expect(await refusal(`UPDATE submissions SET archive_digest = 'x' WHERE id = '${submissionId}'`)).toBe(
      'HD001',
    );
    expect(await refusal('TRUNCATE submissions CASCADE')).toBe('HD001');
  });

  it('keeps finished runs with their phases and log', async () => {
    await admin.query(
      `UPDATE runs SET status = 'FINISHED', outcome = 'CANCELLED', finished_at = now() WHERE id = '${runId}'`,
    );
    expect(await refusal(`UPDATE runs SET outcome = 'SCORED' WHERE id = '${runId}'`)).toBe('HD001');
    expect(await refusal(`DELETE FROM runs WHERE id = '${runId}'`)).toBe('HD001');
    const late = `INSERT INTO run_log_chunks (organization_id, run_id, attempt, phase, sequence, text)
      VALUES ('${school.organizationId}', '${runId}', 1, 'TRAIN', 0, 'late')`;
    expect(await refusal(late)).toBe('HD001');
  });
});

describe('the audit log', () => {
  const entry = (subjectId: string) => ({
    organizationId: school.organizationId,
    actorId: null,
    action: 'membership.removed',
    subjectType: 'membership',
    subjectId,
    detail: { role: 'ADMIN' },
  });

  it('chains events that are written at the same time, and shows where it was tampered with', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => inSchool(api, school, (tx) => recordAudit(tx, entry(`m${i}`)))),
    );
    expect((await inSchool(api, school, checkAuditChain)).firstBrokenId).toBeNull();
    expect(await refusal(`UPDATE audit_events SET action = 'nothing'`)).toBe('HD001');
    const { rows } = await admin.query<{ id: string }>(
      'SELECT id FROM audit_events ORDER BY id OFFSET 5 LIMIT 1',
    );
    await admin.query('ALTER TABLE audit_events DISABLE TRIGGER immutable');
    await admin.query(`UPDATE audit_events SET action = 'nothing' WHERE id = $1`, [rows[0]?.id]);
    expect((await inSchool(api, school, checkAuditChain)).firstBrokenId).toBe(rows[0]?.id);
  });
});

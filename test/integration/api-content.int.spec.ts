import {
  assignmentsByIds,
  assignmentsOfTrack,
  createDatabase,
  diagramsOf,
  latestVersions,
  lessonSummaries,
  newId,
  stagesOf,
  stageTextsOf,
  trackFor,
  type Database,
  type Tx,
} from '@holdout/db';
import { ApiLab, DEMO } from '../support/api-lab.js';
import { documentNamed } from '../support/built-documents.js';

// Only what the web asks to read is answered from what was kept.
const ROADMAP = documentNamed('Roadmap');
const ASSIGNMENT = documentNamed('Assignment');

let lab: ApiLab;
let api: Database;
let cookie: string;
let foreign: string;

beforeAll(async () => {
  lab = await ApiLab.start();
  api = createDatabase({ url: lab.test.apiUrl, max: 2 });
  cookie = await lab.signIn('student@demo.holdout');
  foreign = await lab.signIn('student@other.holdout');
}, 120_000);
afterAll(async () => {
  await api.close();
  await lab.stop();
});

const asked = async (query: string, by = cookie) =>
  JSON.stringify((await lab.ask({ cookie: by }, query, { slug: 'tabular-risk' })).data);

/** Everything that is kept until the organization's revision is another. */
async function readContent(tx: Tx): Promise<void> {
  const track = await trackFor(tx, newId());
  const stages = (await stagesOf(tx, track.id)).map(({ id }) => id);
  const assignments = (await assignmentsOfTrack(tx, track.id, { withHiddenStages: true })).map(
    ({ id }) => id,
  );
  await stageTextsOf(tx, stages);
  await lessonSummaries(tx, stages);
  await diagramsOf(tx, [track.id]);
  await assignmentsByIds(tx, assignments);
  const versions = await latestVersions(tx, assignments);
  const [version] = versions.values();
  expect([version?.criteria.length, version?.dataset?.splits.length]).not.toContain(0);
}

it('notes every change of what content is read from', async () => {
  const read = await api.inTenant({ organizationId: DEMO, userId: null, isReadOnly: true }, async (tx) => {
    await readContent(tx);
    return tx.$queryRaw<{ name: string }[]>`SELECT relname AS name FROM pg_stat_xact_user_tables
      WHERE schemaname = 'public' AND seq_scan + coalesce(idx_scan, 0) > 0 ORDER BY relname`;
  });
  const watched = await lab.sql<{ name: string }>(`SELECT tgrelid::regclass::text AS name FROM pg_trigger
    WHERE tgname = 'content_change' AND tgenabled = 'O' AND tgdeferrable AND tgtype = 29 ORDER BY 1`);
  // Which track is the viewer's is asked each time.
  const ownEachTime = ['cohorts', 'enrollments', 'tracks'];
  const content = read.filter(({ name }) => !ownEachTime.includes(name));
  expect(content.length).toBeGreaterThan(5);
  expect(watched).toEqual(expect.arrayContaining(content));
});

it('shows a change from the next request on, to the organization that it is of', async () => {
  const before = [await asked(ROADMAP), await asked(ASSIGNMENT), await asked(ROADMAP, foreign)];
  // What was read is kept: a change that nobody notes is not seen.
  await lab.sql(`SET session_replication_role = replica; UPDATE stages SET title = 'Unnoted';
    UPDATE lessons SET title = 'Unnoted'; UPDATE assignments SET title = 'Unnoted'`);
  expect([await asked(ROADMAP), await asked(ASSIGNMENT), await asked(ROADMAP, foreign)]).toEqual(before);
  for (const table of ['stages', 'lessons', 'concept_diagrams', 'assignments'])
    await lab.sql(`UPDATE ${table} SET title = 'Changed ' || title WHERE organization_id = $1`, [DEMO]);
  const after = [await asked(ROADMAP), await asked(ASSIGNMENT)];
  const changed = after.map((text) => text.split('"title":"Changed ').length - 1);
  // Four diagrams, six stages with 24 lessons, and one assignment, which its own page shows with its stage.
  expect(changed).toEqual([35, 2]);
  expect(await asked(ROADMAP, foreign)).toBe(before[2]);
});

it('stays as it was where a change is taken back', async () => {
  const revision = () => lab.sql(`SELECT content_revision FROM organizations WHERE id = $1`, [DEMO]);
  const before = await revision();
  const changed = api.inTenant({ organizationId: DEMO, userId: null }, async (tx) => {
    await tx.stage.updateMany({ data: { goal: 'To be taken back' } });
    throw new Error('changed my mind');
  });
  await expect(changed).rejects.toThrow('changed my mind');
  expect(await revision()).toEqual(before);
});

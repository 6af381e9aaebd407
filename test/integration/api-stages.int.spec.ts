import { ApiLab, DEMO } from '../support/api-lab.js';

const DETAIL = `id slug title isPublished version hasDraft draft { revision savedBy text { title goal } }
  newest { title goal } versions { version title note publishedBy }`;
const BEGIN = `mutation ($input: BeginStageInput!) { stage: beginStage(input: $input) { ${DETAIL} } }`;
const SAVE = `mutation ($input: SaveStageDraftInput!) { stage: saveStageDraft(input: $input) { ${DETAIL} } }`;
const PUBLISH = `mutation ($stageId: ID!, $revision: Int!, $note: String = "") {
  stage: publishStage(stageId: $stageId, revision: $revision, note: $note) { ${DETAIL} } }`;
const RESTORE = `mutation ($stageId: ID!, $version: Int!) {
  stage: restoreStageVersion(stageId: $stageId, version: $version) { ${DETAIL} } }`;
const change = (name: string) =>
  `mutation ($stageId: ID!) { stage: ${name}(stageId: $stageId) { ${DETAIL} } }`;
const MOVE =
  'mutation ($stageId: ID!, $isEarlier: Boolean!) { moveStage(stageId: $stageId, isEarlier: $isEarlier) { slug } }';
const ROADMAP = '{ track { stages { slug position } } searchLessons(words: "leak") { stageSlug } }';
const READ = `query ($slug: String!) { stage(slug: $slug) { title goal position studyAnchors { title url } } }`;

interface Stage {
  id: string;
  isPublished: boolean;
  draft: { revision: number } | null;
  versions: { version: number; publishedBy: string | null }[];
}

interface Anchored {
  slug: string;
  studyAnchors: { title: string; provider: string; url: string; why: string }[];
}

let lab: ApiLab;
let instructor: string;
let student: string;
beforeAll(async () => {
  lab = await ApiLab.start();
  [instructor, student] = await Promise.all([
    lab.signIn('instructor@demo.holdout'),
    lab.signIn('student@demo.holdout'),
  ]);
});
afterAll(() => lab.stop());

/** Which of the courses behind the roadmap a stage leads to. */
const SERVES: Readonly<Record<string, readonly string[]>> = {
  'math-and-python': ['CS229: Machine Learning', 'Machine Learning Crash Course'],
  'classical-baselines': ['CS229: Machine Learning', 'Machine Learning Crash Course'],
  'deep-learning': ['CS231n: Deep Learning for Computer Vision', '6.S191: Introduction to Deep Learning'],
  'domain-specialization': [
    'CS224N: Natural Language Processing with Deep Learning',
    'CS231n: Deep Learning for Computer Vision',
    'CS285: Deep Reinforcement Learning',
  ],
  'ml-systems': ['Full Stack Deep Learning', 'Machine Learning Systems', 'Made With ML'],
  'production-judgment': ['Machine Learning Systems', 'Full Stack Deep Learning'],
};

it('leads students from every stage to the courses that serve it, and says why', async () => {
  const query = `{ track { stages { slug } } ${Object.keys(SERVES)
    .map((slug, at) => `s${at}: stage(slug: "${slug}") { slug studyAnchors { title provider url why } }`)
    .join(' ')} }`;
  const { data } = await lab.ask<{ track: { stages: { slug: string }[] } } & Record<string, Anchored>>(
    { cookie: student },
    query,
  );
  const { track, ...stages } = data!;
  expect(track.stages.map(({ slug }) => slug)).toEqual(Object.keys(SERVES));
  const led = Object.values(stages).map(({ slug, studyAnchors }) => [
    slug,
    studyAnchors.map(({ title }) => title),
  ]);
  expect(Object.fromEntries(led)).toEqual(SERVES);
  for (const { provider, url, why } of Object.values(stages).flatMap(({ studyAnchors }) => studyAnchors))
    expect([provider !== '', new URL(url).protocol, why.length > 20]).toEqual([true, 'https:', true]);
});

async function author(query: string, variables: Record<string, unknown>): Promise<Stage> {
  const { data, errors } = await lab.ask<{ stage: Stage }>({ cookie: instructor }, query, variables);
  expect(errors).toBeUndefined();
  if (!data) throw new Error('Nothing was answered.');
  return data.stage;
}
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await lab.ask({ cookie: instructor }, query, variables)).errors?.[0];
const reads = async (slug: string, cookie = student) =>
  (await lab.ask({ cookie }, READ, { slug })).data?.['stage'];

interface Roadmap {
  track: { stages: { slug: string; position: number }[] };
  searchLessons: { stageSlug: string }[];
}
async function roadmap(): Promise<Roadmap> {
  const { data } = await lab.ask<Roadmap>({ cookie: student }, ROADMAP, {});
  if (!data) throw new Error('There is no roadmap.');
  return data;
}
const slugs = async () => (await roadmap()).track.stages.map(({ slug }) => slug);

const text = {
  title: 'Causal questions',
  goal: 'Tell acting from seeing.',
  unlocks: 'You can plan an experiment.',
  overview: '# Causes\n\nAsk **what if**.',
  skills: ['INFERENCE_EXPERIMENTATION'],
  passesNeeded: null,
  studyAnchors: [
    { title: 'What If', provider: 'Hernán and Robins', url: 'https://miguelhernan.org/whatifbook', why: '' },
  ],
};
const begun = (slug: string) => author(BEGIN, { input: { slug, title: 'Causal questions' } });
async function published(slug: string): Promise<string> {
  const { id } = await begun(slug);
  await author(SAVE, { input: { stageId: id, basis: 1, text } });
  await author(PUBLISH, { stageId: id, revision: 2, note: 'The first.' });
  return id;
}

describe('a stage', () => {
  it('is a draft that no student sees, until it is published', async () => {
    const { id } = await begun('causes');
    expect(await slugs()).not.toContain('causes');
    expect(await reads('causes')).toBeUndefined();
    expect(await reads('causes', instructor)).toMatchObject({ title: 'Causal questions' });
    await author(SAVE, { input: { stageId: id, basis: 1, text } });
    const shown = await author(PUBLISH, { stageId: id, revision: 2, note: 'The first.' });
    expect(shown).toMatchObject({
      isPublished: true,
      version: 1,
      draft: null,
      newest: { title: text.title },
    });
    expect(shown.versions).toMatchObject([{ version: 1, note: 'The first.' }]);
    expect((await slugs()).at(-1)).toBe('causes');
    expect(await reads('causes')).toEqual({
      title: text.title,
      goal: text.goal,
      position: (await slugs()).length,
      studyAnchors: [{ title: 'What If', url: 'https://miguelhernan.org/whatifbook' }],
    });
    const audited = "SELECT detail FROM audit_events WHERE action = 'stage.published' AND subject_id = $1";
    expect(await lab.sql(audited, [id])).toEqual([
      { detail: expect.objectContaining({ stage: 'causes', version: 1 }) as object },
    ]);
  });

  it('goes back to what an earlier version said, as a version of its own', async () => {
    const id = await published('back');
    await author(SAVE, { input: { stageId: id, basis: 0, text: { ...text, goal: 'Another.' } } });
    await author(PUBLISH, { stageId: id, revision: 1 });
    expect(await reads('back')).toMatchObject({ goal: 'Another.' });
    expect(await author(RESTORE, { stageId: id, version: 1 })).toMatchObject({
      draft: { revision: 1, text: { goal: text.goal } },
    });
    expect(await author(PUBLISH, { stageId: id, revision: 1 })).toMatchObject({ version: 3 });
    expect(await reads('back')).toMatchObject({ goal: text.goal });
    await expect(lab.sql("UPDATE roadmap_versions SET note = 'x'")).rejects.toThrow(/append-only/);
  });

  it('came with the platform in its first version, which people write on', async () => {
    const { data } = await lab.ask<{ authoredStage: Stage }>(
      { cookie: instructor },
      '{ authoredStage(slug: "math-and-python") { id versions { version publishedBy } } }',
      {},
    );
    expect(data?.authoredStage.versions).toEqual([{ version: 1, publishedBy: null }]);
  });

  it('is not saved over what another author saved, nor published unseen', async () => {
    const { id } = await begun('two-authors');
    await author(SAVE, { input: { stageId: id, basis: 1, text } });
    const stale = await refusal(SAVE, { input: { stageId: id, basis: 1, text } });
    expect(stale).toMatchObject({ extensions: { code: 'CONFLICT' } });
    const unseen = await refusal(PUBLISH, { stageId: id, revision: 1 });
    expect(unseen).toMatchObject({ extensions: { code: 'CONFLICT' } });
  });

  it('is gone with its draft while nothing of it was published and nothing stands in it', async () => {
    const { id } = await begun('never');
    await lab.sql(
      `INSERT INTO lessons (id, organization_id, stage_id, slug, position, title, summary, body, minutes)
       VALUES (gen_random_uuid(), $1, $2, 'in-it', 0, 'In it', '', '', 1)`,
      [DEMO, id],
    );
    const kept = await refusal(change('discardStageDraft'), { stageId: id });
    expect(kept).toMatchObject({ extensions: { code: 'CONFLICT' } });
    await lab.sql('DELETE FROM lessons WHERE stage_id = $1', [id]);
    const { data } = await lab.ask({ cookie: instructor }, change('discardStageDraft'), { stageId: id });
    expect(data).toEqual({ stage: null });
    expect(await lab.sql('SELECT 1 FROM stages WHERE id = $1', [id])).toEqual([]);
  });

  it('leaves the roadmap with its lessons when it is withdrawn; the others are counted anew', async () => {
    const before = await roadmap();
    const stage = before.searchLessons[0]?.stageSlug ?? '';
    const [{ id } = { id: '' }] = await lab.sql<{ id: string }>(
      'SELECT id FROM stages WHERE organization_id = $1 AND slug = $2',
      [DEMO, stage],
    );
    expect(await author(change('withdrawStage'), { stageId: id })).toMatchObject({ isPublished: false });
    const after = await roadmap();
    expect(after.track.stages.map(({ slug }) => slug)).not.toContain(stage);
    expect(after.track.stages.map(({ position }) => position)).toEqual(
      after.track.stages.map((_stage, index) => index + 1),
    );
    expect(after.searchLessons.map(({ stageSlug }) => stageSlug)).not.toContain(stage);
    expect(await reads(stage)).toBeUndefined();
    const lesson = 'query ($stage: String!) { lesson(stageSlug: $stage, lessonSlug: "x") { id } }';
    expect(await lab.codeOf({ cookie: student }, lesson, { stage })).toBe('NOT_FOUND');
    await author(RESTORE, { stageId: id, version: 1 });
    await author(PUBLISH, { stageId: id, revision: 1 });
    expect(await roadmap()).toEqual(before);
  });

  it('changes places with its neighbour, and stays at an end', async () => {
    const id = await published('last');
    const order = async (isEarlier: boolean) => {
      await lab.ask({ cookie: instructor }, MOVE, { stageId: id, isEarlier });
      return slugs();
    };
    expect((await order(false)).at(-1)).toBe('last');
    const moved = await order(true);
    expect(moved.indexOf('last')).toBeLessThan(moved.length);
    const [row] = await lab.sql<{ after: number }>(
      `SELECT count(*)::int AS after FROM stages a JOIN stages b USING (track_id)
       WHERE a.id = $1 AND b.position > a.position`,
      [id],
    );
    expect(row).toEqual({ after: 1 });
  });

  it.each([
    ['slug', BEGIN, { input: { slug: 'No Slug', title: 'x' } }, 'BAD_USER_INPUT'],
    ['slug', BEGIN, { input: { slug: 'math-and-python', title: 'x' } }, 'CONFLICT'],
    ['title', BEGIN, { input: { slug: 'untitled', title: ' ' } }, 'BAD_USER_INPUT'],
  ])('says what is wrong with its %s', async (field, query, variables, code) => {
    expect(await refusal(query, variables)).toMatchObject({ extensions: { code, field } });
  });
});

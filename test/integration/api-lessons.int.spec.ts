import { FIGURE_LIMITS } from '@holdout/domain';
import { ApiLab } from '../support/api-lab.js';

const STAGE = 'math-and-python';
const DETAIL =
  'id slug title isPublished version hasDraft draft { revision title body savedBy } versions { version note publishedBy }';
const BEGIN = `mutation ($input: BeginLessonInput!) { lesson: beginLesson(input: $input) { ${DETAIL} } }`;
const SAVE = `mutation ($input: SaveLessonDraftInput!) { lesson: saveLessonDraft(input: $input) { ${DETAIL} } }`;
const PUBLISH = `mutation ($lessonId: ID!, $revision: Int!, $note: String = "") {
  lesson: publishLesson(lessonId: $lessonId, revision: $revision, note: $note) { ${DETAIL} } }`;
const RESTORE = `mutation ($lessonId: ID!, $version: Int!) {
  lesson: restoreLessonVersion(lessonId: $lessonId, version: $version) { ${DETAIL} } }`;
const change = (name: string) =>
  `mutation ($lessonId: ID!) { lesson: ${name}(lessonId: $lessonId) { ${DETAIL} } }`;
const MOVE = `mutation ($lessonId: ID!, $isEarlier: Boolean!) {
  moveLesson(lessonId: $lessonId, isEarlier: $isEarlier) { slug } }`;
const READ = `query ($slug: String!) { lesson(stageSlug: "${STAGE}", lessonSlug: $slug) { title body } }`;
const OPEN = `query ($slug: String!, $words: String!) {
  lesson(stageSlug: "${STAGE}", lessonSlug: $slug) { title body version newestVersion isBegun }
  stage(slug: "${STAGE}") { lessons { slug title } }
  searchLessons(words: $words) { lesson { slug title } excerpt { text } } }`;
const BEGIN_READING =
  'mutation ($lessonId: ID!, $version: Int!) { beginReading(lessonId: $lessonId, version: $version) }';
const READ_NEWEST = 'mutation ($lessonId: ID!) { readNewestVersion(lessonId: $lessonId) }';
const BEHIND = `query ($slug: String!) { lesson: authoredLesson(stageSlug: "${STAGE}", lessonSlug: $slug) { readersBehind } }`;
const MOVE_READERS =
  'mutation ($lessonId: ID!) { lesson: moveReaders(lessonId: $lessonId) { id readersBehind } }';

interface Lesson {
  id: string;
  slug: string;
  isPublished: boolean;
  version: number | null;
  draft: { revision: number; title: string; body: string; savedBy: string } | null;
  versions: { version: number; note: string; publishedBy: string | null }[];
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

async function author(query: string, variables: Record<string, unknown>): Promise<Lesson> {
  const { data, errors } = await lab.ask<{ lesson: Lesson }>({ cookie: instructor }, query, variables);
  expect(errors).toBeUndefined();
  if (!data) throw new Error('Nothing was answered.');
  return data.lesson;
}
const refusal = async (query: string, variables: Record<string, unknown>) =>
  (await lab.ask({ cookie: instructor }, query, variables)).errors?.[0];
const reads = async (slug: string) => (await lab.ask({ cookie: student }, READ, { slug })).data?.['lesson'];

const text = { title: 'Norms', summary: 'What a norm measures.', minutes: 8, body: '# Norms\n\nOne.' };
const begun = (slug: string) => author(BEGIN, { input: { stageSlug: STAGE, slug, title: 'Norms' } });

describe('a lesson', () => {
  it('is a draft that no student sees, until it is published', async () => {
    const { id, draft } = await begun('norms');
    const saved = await author(SAVE, { input: { lessonId: id, basis: draft?.revision, ...text } });
    expect(saved).toMatchObject({ isPublished: false, version: null, draft: { revision: 2 } });
    expect(await reads('norms')).toBeUndefined();
    const published = await author(PUBLISH, { lessonId: id, revision: 2, note: 'The first.' });
    expect(published).toMatchObject({ isPublished: true, version: 1, draft: null });
    expect(published.versions).toMatchObject([{ version: 1, note: 'The first.' }]);
    expect(await reads('norms')).toEqual({ title: 'Norms', body: '# Norms\n\nOne.' });
    expect(
      await lab.sql("SELECT detail FROM audit_events WHERE action = 'lesson.published' AND subject_id = $1", [
        id,
      ]),
    ).toEqual([{ detail: expect.objectContaining({ stage: STAGE, lesson: 'norms', version: 1 }) as object }]);
  });

  it('goes back to what an earlier version said, as a version of its own', async () => {
    const { id } = await begun('back');
    await author(SAVE, { input: { lessonId: id, basis: 1, ...text } });
    await author(PUBLISH, { lessonId: id, revision: 2 });
    await author(SAVE, { input: { lessonId: id, basis: 0, ...text, body: 'Two.' } });
    await author(PUBLISH, { lessonId: id, revision: 1 });
    expect(await reads('back')).toMatchObject({ body: 'Two.' });
    const { draft } = await author(RESTORE, { lessonId: id, version: 1 });
    expect(draft).toMatchObject({ revision: 1, body: text.body });
    expect(await reads('back')).toMatchObject({ body: 'Two.' });
    expect(await author(PUBLISH, { lessonId: id, revision: 1 })).toMatchObject({ version: 3 });
    expect(await reads('back')).toMatchObject({ body: text.body });
  });

  it('is not saved over what another author saved, nor published unseen', async () => {
    const { id } = await begun('two-authors');
    await author(SAVE, { input: { lessonId: id, basis: 1, ...text } });
    const stale = await refusal(SAVE, { input: { lessonId: id, basis: 1, ...text, body: 'Mine.' } });
    expect(stale).toMatchObject({ extensions: { code: 'CONFLICT' } });
    expect(await refusal(PUBLISH, { lessonId: id, revision: 1 })).toMatchObject({
      extensions: { code: 'CONFLICT' },
    });
  });

  it('is gone with its draft while nothing of it was published', async () => {
    const { id } = await begun('never');
    const { data } = await lab.ask({ cookie: instructor }, change('discardLessonDraft'), { lessonId: id });
    expect(data).toEqual({ lesson: null });
    expect(await lab.sql('SELECT 1 FROM lessons WHERE id = $1', [id])).toEqual([]);
  });

  it('can be withdrawn, and its draft discarded', async () => {
    const { id } = await begun('gone');
    await author(SAVE, { input: { lessonId: id, basis: 1, ...text } });
    await author(PUBLISH, { lessonId: id, revision: 2 });
    await author(SAVE, { input: { lessonId: id, basis: 0, ...text, body: 'Two.' } });
    expect(await author(change('discardLessonDraft'), { lessonId: id })).toMatchObject({ draft: null });
    expect(await author(change('withdrawLesson'), { lessonId: id })).toMatchObject({
      isPublished: false,
      version: 1,
    });
    expect(await reads('gone')).toBeUndefined();
  });

  it('changes places with its neighbour, and stays at an end', async () => {
    const { id } = await begun('last');
    const order = async (isEarlier: boolean) => {
      const { data } = await lab.ask<{ moveLesson: { slug: string }[] }>({ cookie: instructor }, MOVE, {
        lessonId: id,
        isEarlier,
      });
      return data?.moveLesson.map(({ slug }) => slug) ?? [];
    };
    expect((await order(false)).at(-1)).toBe('last');
    expect((await order(true)).at(-2)).toBe('last');
  });

  it.each([
    ['slug', BEGIN, { input: { stageSlug: STAGE, slug: 'No Slug', title: 'x' } }, 'BAD_USER_INPUT'],
    ['slug', BEGIN, { input: { stageSlug: STAGE, slug: 'norms', title: 'x' } }, 'CONFLICT'],
    ['title', BEGIN, { input: { stageSlug: STAGE, slug: 'untitled', title: ' ' } }, 'BAD_USER_INPUT'],
  ])('says what is wrong with its %s', async (field, query, variables, code) => {
    expect(await refusal(query, variables)).toMatchObject({ extensions: { code, field } });
  });

  it('is not kept with a figure that does not say what it shows', async () => {
    const { id } = await begun('figure');
    const input = { lessonId: id, basis: 1, ...text, body: '![](/files/figures/7)' };
    expect(await refusal(SAVE, { input })).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'body', limit: FIGURE_LIMITS.alternative },
    });
    const body = '![A unit circle](/files/figures/7)';
    expect(await author(SAVE, { input: { ...input, body } })).toMatchObject({ draft: { body } });
  });

  it('stays what it was published as', async () => {
    await expect(lab.sql("UPDATE lesson_versions SET body = 'x'")).rejects.toThrow(/append-only/);
  });
});

interface Open {
  lesson: { title: string; body: string; version: number; newestVersion: number; isBegun: boolean };
  stage: { lessons: { slug: string; title: string }[] };
  searchLessons: { lesson: { slug: string; title: string }; excerpt: { text: string }[] }[];
}

describe('a lesson that a student began', () => {
  /** A lesson published twice, begun by the student in between. */
  async function begunBetween(slug: string, words: [string, string]) {
    const { id } = await begun(slug);
    const version = (n: 0 | 1) => ({ ...text, title: `${slug} ${words[n]}`, body: `About ${words[n]}.` });
    await author(SAVE, { input: { lessonId: id, basis: 1, ...version(0) } });
    await author(PUBLISH, { lessonId: id, revision: 2 });
    expect(await does(BEGIN_READING, { lessonId: id, version: 1 })).toBe('ok');
    await author(SAVE, { input: { lessonId: id, basis: 0, ...version(1) } });
    await author(PUBLISH, { lessonId: id, revision: 1 });
    return id;
  }
  const does = (query: string, variables: object, cookie = student) =>
    lab.codeOf({ cookie }, query, { ...variables });
  async function open(slug: string, words: string, cookie = student): Promise<Open> {
    const { data, errors } = await lab.ask<Open>({ cookie }, OPEN, { slug, words });
    expect(errors).toBeUndefined();
    if (!data) throw new Error('Nothing was answered.');
    return data;
  }
  const listed = ({ stage }: Open, slug: string) => stage.lessons.find((lesson) => lesson.slug === slug);
  const hits = ({ searchLessons }: Open) => searchLessons.map(({ lesson }) => lesson.title);

  it('stays in its version for them, wherever they find it, and is the newest for others', async () => {
    const id = await begunBetween('begun', ['quibble', 'zeugma']);
    const theirs = await open('begun', 'quibble');
    expect(theirs.lesson).toEqual({
      title: 'begun quibble',
      body: 'About quibble.',
      version: 1,
      newestVersion: 2,
      isBegun: true,
    });
    expect(listed(theirs, 'begun')?.title).toBe('begun quibble');
    expect(hits(theirs)).toEqual(['begun quibble']);
    expect(theirs.searchLessons[0]?.excerpt.map((part) => part.text).join('')).toContain('About quibble');
    expect(hits(await open('begun', 'zeugma'))).toEqual([]);
    const authors = await open('begun', 'zeugma', instructor);
    expect(authors.lesson).toMatchObject({ title: 'begun zeugma', version: 2, isBegun: false });
    expect(hits(authors)).toEqual(['begun zeugma']);
    expect(hits(await open('begun', 'quibble', instructor))).toEqual([]);
    // Opening it again changes nothing.
    expect(await does(BEGIN_READING, { lessonId: id, version: 2 })).toBe('ok');
    expect((await open('begun', 'quibble')).lesson.version).toBe(1);
  });

  it('is the newest one when they choose it', async () => {
    const lessonId = await begunBetween('chosen', ['gambit', 'plectrum']);
    expect(await does(READ_NEWEST, { lessonId })).toBe('ok');
    const theirs = await open('chosen', 'plectrum');
    expect(theirs.lesson).toMatchObject({ title: 'chosen plectrum', version: 2, newestVersion: 2 });
    expect(hits(theirs)).toEqual(['chosen plectrum']);
  });

  it('is the newest one when an instructor moves all who are behind, and the audit log says how many', async () => {
    const lessonId = await begunBetween('moved', ['sextant', 'vellum']);
    const { data } = await lab.ask<{ lesson: object }>({ cookie: instructor }, BEHIND, { slug: 'moved' });
    expect(data?.lesson).toEqual({ readersBehind: 1 });
    const moved = await lab.ask({ cookie: instructor }, MOVE_READERS, { lessonId });
    expect(moved.data).toEqual({ lesson: { id: lessonId, readersBehind: 0 } });
    expect((await open('moved', 'vellum')).lesson).toMatchObject({ version: 2, isBegun: true });
    const audited = await lab.sql(
      "SELECT detail FROM audit_events WHERE action = 'lesson.readers_moved' AND subject_id = $1",
      [lessonId],
    );
    expect(audited).toEqual([{ detail: expect.objectContaining({ version: 2, count: 1 }) as object }]);
  });

  it('is not begun in a version that there is not, nor by those of another organization', async () => {
    const lessonId = await begunBetween('strange', ['ocelot', 'tarn']);
    const stranger = await lab.signIn('student@other.holdout');
    expect(await does(BEGIN_READING, { lessonId, version: 3 })).toBe('NOT_FOUND');
    expect(await does(BEGIN_READING, { lessonId, version: 2 }, stranger)).toBe('NOT_FOUND');
    expect(await does(READ_NEWEST, { lessonId }, stranger)).toBe('NOT_FOUND');
  });
});

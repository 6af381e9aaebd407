import { HIT_MARKS } from '@holdout/db';
import { ApiLab, DEMO, OTHER } from '../support/api-lab.js';

const SEARCH = `query ($words: String!, $first: Int) { searchLessons(words: $words, first: $first) {
  lesson { slug title } stageSlug stageTitle excerpt { text isHit } } }`;
interface Found {
  searchLessons: {
    lesson: { slug: string; title: string };
    stageSlug: string;
    excerpt: { text: string; isHit: boolean }[];
  }[];
}

let lab: ApiLab;
let cookie: string;
beforeAll(async () => {
  lab = await ApiLab.start();
  cookie = await lab.signIn('student@demo.holdout');
});
afterAll(() => lab.stop());

const found = async (words: string, as = cookie) => {
  const { data, errors } = await lab.ask<Found>({ cookie: as }, SEARCH, { words });
  expect(errors).toBeUndefined();
  return data?.searchLessons ?? [];
};
const slugs = async (words: string) => (await found(words)).map(({ lesson }) => lesson.slug);

describe('searching the lessons', () => {
  it('finds a word in any form of it, and marks it in the text', async () => {
    const [hit] = await found('orthogonally');
    expect(hit).toMatchObject({ lesson: { slug: 'digits-of-agreement' }, stageSlug: 'math-and-python' });
    expect(hit?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toContain('orthogonal');
    const text = hit?.excerpt.map((part) => part.text).join('') ?? '';
    expect([HIT_MARKS.start, HIT_MARKS.end, '**'].filter((mark) => text.includes(mark))).toEqual([]);
  });

  it('finds a word that is still being typed', async () => {
    expect(await slugs('condit')).toContain('digits-of-agreement');
  });

  it('puts a lesson with the word in its title before those with it in the text', async () => {
    expect((await slugs('ship'))[0]).toBe('should-we-ship-it');
  });

  it('takes phrases in quotes and words that must not be there', async () => {
    expect(await slugs('"normal equations"')).toContain('digits-of-agreement');
    expect(await slugs('"equations orthogonal"')).toEqual([]);
    expect(await slugs('orthogonal -conditioning')).toEqual([]);
  });

  it.each(['', '   ', '!!!', "it's", '&|!():*', '"', "' OR 1=1 --", '<script>'])(
    'takes %j as words like any other',
    async (words) => {
      await found(words);
    },
  );

  it('refuses what nobody types, and more hits than anybody reads', async () => {
    const code = (variables: object) => lab.codeOf({ cookie }, SEARCH, { ...variables });
    expect(await code({ words: 'x'.repeat(201) })).toBe('BAD_USER_INPUT');
    expect(await code({ words: 'leak', first: 31 })).toBe('BAD_USER_INPUT');
    expect(await code({ words: 'leak', first: 0 })).toBe('BAD_USER_INPUT');
  });

  it('finds nothing of another organization, and nothing that is not published', async () => {
    const write = (organization: string, published: string | null) =>
      lab.sql(
        `INSERT INTO lessons (id, organization_id, stage_id, slug, position, title, summary, body, minutes, published_at)
         SELECT gen_random_uuid(), organization_id, id, 'zyx-' || coalesce($2, 'draft'), 99, 'Zyxomma', '', '', 1, $2::timestamptz
         FROM stages WHERE organization_id = $1 ORDER BY position LIMIT 1`,
        [organization, published],
      );
    await write(OTHER, '2026-01-01');
    await write(DEMO, null);
    expect(await found('zyxomma')).toEqual([]);
    expect(await found('zyxomma', await lab.signIn('student@other.holdout'))).toHaveLength(1);
  });
});

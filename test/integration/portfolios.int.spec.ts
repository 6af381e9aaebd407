import { newId } from '@holdout/db';
import { DEMO, PUBLIC_URL, type ApiLab } from '../support/api-lab.js';
import { PortfolioLab, type Headers } from '../support/portfolio-lab.js';
import { hiringCases } from './hiring.cases.js';
import { reproducedCredentialCases } from './reproduced-credentials.cases.js';

let portfolio: PortfolioLab;
let lab: ApiLab;
let student: Headers;

const nobody = {};
const SHOWN = `slug name headline results { id points low high credentialAddress metrics { name value low high } comments
  caseStudy archiveDigest percentile { value low high others } figures { key } files { path } modelCard criteria { key title skills points levels { label } } } skills { skill points evidence }`;
const OPEN = `query ($slug: String!) { publishedPortfolio(slug: $slug) { ${SHOWN} } }`;
const FOLLOW = `mutation ($token: String!, $passcode: String) { openShareLink(token: $token, passcode: $passcode) { ${SHOWN} } }`;
const LINK = 'mutation ($input: CreateShareLinkInput!) { createShareLink(input: $input) }';
const LINKS = '{ myShareLinks { id label hasPasscode viewCount views revokedAt } }';
const REVOKE = 'mutation ($id: ID!) { revokeShareLink(id: $id) { id revokedAt } }';

interface Shown {
  name: string;
  results: {
    id: string;
    points: number;
    low: number;
    credentialAddress: string;
    metrics: { name: string; value: number }[];
    archiveDigest: string | null;
    criteria: { key: string; points: number; skills: string[]; levels: object[] }[];
    percentile: { value: number; low: number; high: number; others: number } | null;
  }[];
  skills: { skill: string; points: number; evidence: number }[];
}

const item = (more?: object) => portfolio.item(more);
const save = (more?: object, headers?: Headers) => portfolio.save(more, headers);
const publish = (isPublic: boolean) => portfolio.publish(isPublic);
const open = async (slug = 'sam-okafor'): Promise<Shown | string> => {
  const { data, errors } = await lab.ask<{ publishedPortfolio: Shown }>(nobody, OPEN, { slug });
  return data?.publishedPortfolio ?? errors?.[0]?.extensions.code ?? '';
};
const makeLink = async (more: object = {}): Promise<string> => {
  const input = { label: 'Acme', days: 7, passcode: null, ...more };
  const { data, errors } = await lab.ask<{ createShareLink: string }>(student, LINK, { input });
  if (!data) throw new Error(errors?.[0]?.message);
  return data.createShareLink.split('/').at(-1) ?? '';
};
const credential = (address: string) =>
  fetch(address.replace(PUBLIC_URL, lab.url)).then(({ status }) => status);

beforeAll(async () => {
  portfolio = await PortfolioLab.start();
  lab = portfolio.api;
  student = portfolio.student;
});

afterAll(() => portfolio.stop());

describe('a portfolio', () => {
  it('is shown to nobody before it is published, and to nobody at once when it is taken back', async () => {
    expect(await save()).toBe('ok');
    expect(await open()).toBe('NOT_FOUND');
    await publish(true);
    const shown = (await open()) as Shown;
    expect(shown).toMatchObject({
      name: 'Sam Okafor',
      results: [
        { points: 90, low: 85, high: 95, metrics: [{ name: 'auc', value: 0.8312345 }], percentile: null },
      ],
      skills: [{ skill: 'MATHEMATICS', points: 90, evidence: 1 }],
    });
    const address = shown.results[0]!.credentialAddress;
    expect(await credential(address)).toBe(200);
    await publish(false);
    expect([await open(), await credential(address)]).toEqual(['NOT_FOUND', 404]);
  });

  it('shows only what was chosen', async () => {
    await publish(true);
    await save({ pseudonym: 'Grey Heron', items: [item({ showsMetrics: false, showsCode: true })] });
    const shown = (await open()) as Shown;
    expect(shown.name).toBe('Grey Heron');
    expect(JSON.stringify(shown)).not.toContain('Okafor');
    expect(shown.results[0]).toMatchObject({ metrics: [], archiveDigest: 'b'.repeat(64) });
    await save();
    expect(((await open()) as Shown).results[0]).toMatchObject({ archiveDigest: null });
  });

  it('opens to the criteria it was judged by where its student shows them, and closes at once', async () => {
    const criteria = async () => ((await open()) as Shown).results[0]?.criteria;
    expect(await criteria()).toEqual([]);
    await save({ items: [item({ showsCriteria: true })] });
    const [judged] = (await criteria()) ?? [];
    expect(judged).toMatchObject({ key: 'rank', points: 90, levels: [] });
    expect(judged?.skills).toEqual(((await open()) as Shown).skills.map(({ skill }) => skill));
    await save();
    expect(await criteria()).toEqual([]);
  });

  it('has one number for a skill wherever it is shown, of the weights that counted', async () => {
    const { runId } = portfolio.pass;
    // Of two more criteria for the skill one was not measured, the other by one of its two metrics.
    const more = [
      { key: 'unmeasured', points: 0, low: 0, high: 0, weight: 100, countedWeight: 0, note: 'Not measured.' },
      { key: 'in-part', points: 40, low: 40, high: 40, weight: 50, countedWeight: 25, note: null },
    ];
    await lab.sql(
      `SET session_replication_role = replica;
       INSERT INTO criteria (id, organization_id, rubric_version_id, key, position, title, description, workflow_step, mode, weight, skills)
       SELECT gen_random_uuid(), c.organization_id, c.rubric_version_id, m.key, 8, m.key, '', c.workflow_step, c.mode, m.weight, c.skills
       FROM scores s JOIN criteria c ON c.rubric_version_id = s.rubric_version_id AND c.key = 'rank',
         jsonb_to_recordset('${JSON.stringify(more)}') AS m(key text, weight float8) WHERE s.run_id = '${runId}';
       UPDATE scores SET criteria = criteria || '${JSON.stringify(more)}' WHERE run_id = '${runId}'`,
    );
    const points = (90 * 100 + 40 * 25) / 125;
    expect(((await open()) as Shown).skills).toEqual([{ skill: 'MATHEMATICS', points, evidence: 2 }]);
    const { data: own } = await lab.ask(student, '{ track { skills { evidencePoints evidenceCount } } }');
    expect(own).toMatchObject({
      track: {
        skills: expect.arrayContaining([{ evidencePoints: points, evidenceCount: 2 }]) as object[],
      },
    });
    const [cohort] = await lab.sql<{ slug: string }>(
      'SELECT slug FROM cohorts JOIN enrollments e ON e.cohort_id = cohorts.id WHERE e.user_id = $1',
      [portfolio.studentId],
    );
    const ofCohort =
      'query ($slug: String!) { cohortAnalytics(slug: $slug) { skills { name skills { skill points } } } }';
    const instructor = { cookie: await lab.signIn('instructor@demo.holdout') };
    expect((await lab.ask(instructor, ofCohort, cohort)).data).toEqual({
      cohortAnalytics: { skills: [{ name: 'Sam Okafor', skills: [{ skill: 'MATHEMATICS', points }] }] },
    });
    const consent =
      'mutation ($isGiven: Boolean!) { consentToSearch(isGiven: $isGiven) { searchableSince } }';
    await lab.ask(student, consent, { isGiven: true });
    expect(await lab.sql('SELECT skills FROM candidate_projections')).toEqual([
      { skills: { MATHEMATICS: points } },
    ]);
    await lab.ask(student, consent, { isGiven: false });
    await lab.sql(
      `SET session_replication_role = replica; UPDATE scores SET criteria = criteria - 2 - 1 WHERE run_id = '${runId}';
       DELETE FROM criteria WHERE key IN ('unmeasured', 'in-part')`,
    );
  });

  it('places a result among enough others, with its interval', async () => {
    await lab.sql(
      `SET session_replication_role = replica; INSERT INTO leaderboard_entries
         (organization_id, assignment_version_id, split, student_id, run_id, score_id, value, low, high)
       SELECT e.organization_id, e.assignment_version_id, e.split, gen_random_uuid(), e.run_id, e.score_id, 50 + 4.5 * n, 0, 0
       FROM leaderboard_entries e, generate_series(1, 10) n WHERE e.run_id = '${portfolio.pass.runId}'`,
    );
    expect(((await open()) as Shown).results[0]!.percentile).toEqual({
      value: 80,
      low: 70,
      high: 95,
      others: 10,
    });
    await lab.sql(`DELETE FROM leaderboard_entries WHERE student_id <> '${portfolio.studentId}'`);
  });

  it('loses a pass that is taken back, whose credential counts no more', async () => {
    await lab.sql(
      `UPDATE credentials SET status = 'REVOKED', revoked_at = now(), revoked_reason = 'x' WHERE run_id = $1`,
      [portfolio.pass.runId],
    );
    expect((await open()) as Shown).toMatchObject({ results: [], skills: [] });
    await lab.sql(
      `SET session_replication_role = replica;
       UPDATE credentials SET status = 'ISSUED', revoked_at = NULL, revoked_reason = NULL WHERE run_id = '${portfolio.pass.runId}'`,
    );
  });

  it('is shown no more once its student has left the organization', async () => {
    const address = ((await open()) as Shown).results[0]!.credentialAddress;
    const membership = `organization_id = '${DEMO}' AND user_id = '${portfolio.studentId}'`;
    await lab.sql(`UPDATE memberships SET role = 'TEACHING_ASSISTANT' WHERE ${membership}`);
    const left = await open();
    expect(await credential(address)).toBe(404);
    await lab.sql(`UPDATE memberships SET role = 'STUDENT' WHERE ${membership}`);
    expect([left, typeof (await open())]).toEqual(['NOT_FOUND', 'object']);
  });

  it('holds own passes and what fits, at an address of its own', async () => {
    const other = { cookie: await lab.signIn('sample@demo.holdout') };
    await lab.ask(other, 'mutation { beginPortfolio { id } }');
    expect(await save({ slug: 'another-one' }, other)).toBe('BAD_USER_INPUT'); // the pass is not theirs
    expect(await save({ items: [] }, other)).toBe('CONFLICT'); // the address is taken
    expect(await save({ items: [item({ submissionId: newId() })] })).toBe('BAD_USER_INPUT');
    expect(await save({ items: [item(), item()] })).toBe('BAD_USER_INPUT');
    expect(await save({ slug: 'share' })).toBe('BAD_USER_INPUT');
    expect(await save({ headline: 'x'.repeat(161) })).toBe('BAD_USER_INPUT');
    expect(await save({ pseudonym: '<b>' })).toBe('BAD_USER_INPUT');
    expect(await save({ items: [item({ caseStudy: 'x'.repeat(20_001) })] })).toBe('BAD_USER_INPUT');
  });
});

describe('a share link', () => {
  const follow = (token: string, passcode: string | null = null) =>
    lab.codeOf(nobody, FOLLOW, { token, passcode });
  const links = async () =>
    (
      await lab.ask<{ myShareLinks: { id: string; label: string; viewCount: number; views: string[] }[] }>(
        student,
        LINKS,
      )
    ).data!.myShareLinks;

  beforeAll(() => publish(false));

  it('opens what is not public, notes when, and ends when it is revoked or expires', async () => {
    const token = await makeLink();
    expect([await follow(token), await follow(token), await open()]).toEqual(['ok', 'ok', 'NOT_FOUND']);
    const [link] = await links();
    expect(link).toMatchObject({ label: 'Acme', viewCount: 2, hasPasscode: false });
    expect(link?.views).toHaveLength(2);
    expect(await lab.codeOf(student, REVOKE, { id: link?.id })).toBe('ok');
    expect(await follow(token)).toBe('NOT_FOUND');
    const expiring = await makeLink();
    await lab.sql(`UPDATE share_links SET expires_at = now() WHERE revoked_at IS NULL`);
    expect([await follow(expiring), await follow('no token at all')]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    const [stored] = await lab.sql<{ token_hash: string }>('SELECT token_hash FROM share_links LIMIT 1');
    expect(stored?.token_hash).not.toBe(token);
  });

  it('with a passcode bears few wrong ones, and counts no refused opening as a view', async () => {
    const token = await makeLink({ label: 'Guarded', passcode: 'correct horse' });
    expect(await follow(token)).toBe('FORBIDDEN');
    expect(await follow(token, 'correct horse')).toBe('ok');
    for (let wrong = 0; wrong < 10; wrong += 1) expect(await follow(token, 'wrong')).toBe('FORBIDDEN');
    expect(await follow(token, 'correct horse')).toBe('RATE_LIMITED');
    await lab.sql(`UPDATE share_links SET tries_since = now() - interval '16 minutes'`);
    expect(await follow(token, 'correct horse')).toBe('ok');
    expect((await links()).find(({ label }) => label === 'Guarded')).toMatchObject({ viewCount: 2 });
  });

  it('is refused with a short passcode, too long a life, or one too many', async () => {
    for (const wrong of [{ passcode: 'short' }, { days: 0 }, { days: 366 }, { label: ' ' }]) {
      await expect(makeLink(wrong)).rejects.toThrow();
    }
    await lab.sql(
      `INSERT INTO share_links (id, organization_id, portfolio_id, label, token_hash, expires_at)
       SELECT gen_random_uuid(), organization_id, id, 'x', md5(n::text), now() + interval '1 day'
       FROM portfolios, generate_series(1, 20) n WHERE student_id = $1`,
      [portfolio.studentId],
    );
    await expect(makeLink()).rejects.toThrow(/20 links are open/);
  });
});

describe('a reproduction of a credential', () => reproducedCredentialCases(() => portfolio));

describe('a hiring manager of another organization', () => hiringCases(() => portfolio));

it('is nothing to other roles, other students, other organizations and those who are signed out', async () => {
  const [link] = await lab.sql<{ id: string }>('SELECT id FROM share_links LIMIT 1');
  const input = { label: 'x', days: 1, passcode: null };
  const owned: [string, object][] = [
    ['{ myPortfolio { id } }', {}],
    ['{ myPasses { submissionId } }', {}],
    ['{ portfolioPreview { id } }', {}],
    ['mutation { beginPortfolio { id } }', {}],
    [
      'mutation { savePortfolio(input: { slug: "abcd", headline: "", location: "", isRemote: false, items: [] }) { id } }',
      {},
    ],
    ['mutation { publishPortfolio(isPublic: true) { id } }', {}],
    [LINKS, {}],
    [LINK, { input }],
    [REVOKE, { id: link?.id }],
  ];
  for (const who of ['instructor@demo.holdout', 'manager@demo.holdout']) {
    const headers = { cookie: await lab.signIn(who) };
    for (const [query, variables] of owned) {
      expect([query, await lab.codeOf(headers, query, { ...variables })]).toEqual([query, 'FORBIDDEN']);
    }
  }
  for (const [query, variables] of owned) {
    expect([query, await lab.codeOf(nobody, query, { ...variables })]).toEqual([query, 'UNAUTHENTICATED']);
  }
  const foreign = { cookie: await lab.signIn('student@other.holdout') };
  const before = await lab.ask(
    foreign,
    '{ myPortfolio { id } myPasses { submissionId } myShareLinks { id } }',
  );
  expect(before.data).toEqual({ myPortfolio: null, myPasses: [], myShareLinks: [] });
  await lab.ask(foreign, 'mutation { beginPortfolio { id } }');
  expect(await lab.codeOf(foreign, REVOKE, { id: link?.id })).toBe('NOT_FOUND');
  expect(await save({}, foreign)).toBe('BAD_USER_INPUT');
});

it('is opened by one address so often and no more', async () => {
  const codes = new Set<string>();
  for (let asked = 0; asked < 130; asked += 1) codes.add(await lab.codeOf(nobody, OPEN, { slug: 'nowhere' }));
  expect([...codes]).toEqual(['NOT_FOUND', 'RATE_LIMITED']);
});

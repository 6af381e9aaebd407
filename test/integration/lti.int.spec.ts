import { ApiLab, DEMO, OTHER } from '../support/api-lab.js';
import { ltiCoursesCases } from './lti-courses.cases.js';
import { ltiGradesCases } from './lti-grades.cases.js';
import { LaunchingBrowser } from '../support/lti-platform-simulator/browser.js';
import { LtiPlatformSimulator, type TokenFaults } from '../support/lti-platform-simulator/simulator.js';

const TOOL =
  '{ ltiTool { loginUrl launchUrl keysUrl platforms { id name issuer admitsPeople highestRole links people } } }';
const REGISTER = `mutation ($input: LtiPlatformInput!) { registerLtiPlatform(input: $input) { platforms { id } } }`;
const ADMISSION = `mutation ($input: LtiAdmissionInput!) { setLtiAdmission(input: $input) { platforms { id } } }`;
const REMOVE = `mutation ($id: ID!) { removeLtiPlatform(platformId: $id) { platforms { id } } }`;
const CHANGE_KEY = 'mutation { changeLtiKey { keySince } }';
const LAUNCH = `query ($id: ID!) { ltiLaunch(organizationSlug: "demo", launchId: $id) { step platformName personName } }`;
const LINK = `mutation ($id: ID!) { linkLtiAccount(organizationSlug: "demo", launchId: $id) }`;
const PLACE = `mutation ($input: LtiChoiceInput!) { placeLtiLink(input: $input) }`;
const VIEWER = '{ viewer { id name memberships { role organization { slug } } } }';

const LEARNER = { sub: 'u-1', name: 'Lena Learner', email: 'lena@lms.test', roles: ['Learner'] };
const TEACHER = { sub: 'u-2', name: 'Ines Teacher', email: 'ines@lms.test', roles: ['Instructor'] };

let lab: ApiLab;
let platform: LtiPlatformSimulator;
let cookies: Record<'admin' | 'instructor' | 'student' | 'foreign', string>;
let cohort: { id: string; slug: string };
let opens: { assignment: string; cohort: string };
let logged = '';

async function did<T = Record<string, unknown>>(cookie: string, query: string, variables: object = {}) {
  const { data, errors } = await lab.ask<T>({ cookie }, query, { ...variables });
  expect(errors).toBeUndefined();
  if (!data) throw new Error('Nothing was answered.');
  return data;
}
const browser = (signedIn = '') => new LaunchingBrowser(lab.url, 'demo', signedIn);
const platforms = async () =>
  (
    await did<{ ltiTool: { platforms: { id: string; links: number; people: number }[] } }>(
      cookies.admin,
      TOOL,
    )
  ).ltiTool.platforms;
async function admit(admitsPeople: boolean, highestRole = 'TEACHING_ASSISTANT') {
  const platformId = (await platforms())[0]?.id;
  await did(cookies.admin, ADMISSION, { input: { platformId, admitsPeople, highestRole } });
}
const viewerOf = async (cookie: string) =>
  (
    await did<{ viewer: { id: string; name: string; memberships: { role: string }[] } | null }>(
      cookie,
      VIEWER,
    )
  ).viewer;
const refusal = (path: string) => new URL(path, 'http://x').searchParams.get('reason');

beforeAll(async () => {
  platform = await LtiPlatformSimulator.start();
  lab = await ApiLab.start({
    env: { LTI_TEST_HOST: platform.host, LOG_LEVEL: 'trace' },
    onLog: (text) => (logged += text),
  });
  platform.toolKeysUrl = `${lab.url}/lti/demo/jwks.json`;
  cookies = await lab.signInAll({
    admin: 'admin@demo.holdout',
    instructor: 'instructor@demo.holdout',
    student: 'student@demo.holdout',
    foreign: 'instructor@other.holdout',
  });
  await lab.sql(
    `INSERT INTO memberships (id, organization_id, user_id, role)
     SELECT gen_random_uuid(), $1, id, 'ADMIN' FROM auth."user" WHERE email = 'instructor@other.holdout'`,
    [OTHER],
  );
  [cohort = { id: '', slug: '' }] = await lab.sql<{ id: string; slug: string }>(
    'SELECT id, slug FROM cohorts WHERE organization_id = $1',
    [DEMO],
  );
  opens = { assignment: 'tabular-risk', cohort: cohort.slug };
});
afterAll(async () => {
  await lab?.stop();
  await platform?.stop();
});

describe('an administrator', () => {
  const input = () => ({ ...platform.registration, admitsPeople: true, highestRole: 'TEACHING_ASSISTANT' });
  const codeOf = (more: object) =>
    lab.codeOf({ cookie: cookies.admin }, REGISTER, { input: { ...input(), ...more } });

  it('registers a platform, once, and the organization has a key that it shows the public half of', async () => {
    await did(cookies.admin, REGISTER, { input: input() });
    expect(await codeOf({})).toBe('CONFLICT');
    expect(await platforms()).toMatchObject([{ name: 'Simulator', links: 0, people: 0 }]);
    const { keys } = (await (await fetch(platform.toolKeysUrl)).json()) as { keys: object[] };
    expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', use: 'sig', alg: 'RS256' })]);
    expect(Object.keys(keys[0] ?? {})).not.toContain('d');
    const [stored] = await lab.sql<{ text: string }>(
      `SELECT encode(sealed_private_key, 'escape') AS text FROM lti_keys`,
    );
    expect(stored?.text).not.toContain('PRIVATE KEY');
  });

  it('changes the key: the new one signs, and the one before stays published a day', async () => {
    const kids = async () => {
      const { keys } = (await (await fetch(platform.toolKeysUrl)).json()) as { keys: { kid: string }[] };
      return keys.map(({ kid }) => kid);
    };
    const [before = ''] = await kids();
    await did(cookies.admin, CHANGE_KEY);
    const [now, ...others] = await kids();
    expect(others).toEqual([before]);
    expect(now).not.toBe(before);
    const signing = await lab.sql<{ id: string }>('SELECT id FROM lti_keys WHERE retired_at IS NULL');
    expect(signing).toEqual([{ id: now }]);
    await lab.sql(
      `UPDATE lti_keys SET retired_at = retired_at - interval '25 hours' WHERE retired_at IS NOT NULL`,
    );
    expect(await kids()).toEqual([now]);
    for (let change = 0; change < 5; change += 1) await did(cookies.admin, CHANGE_KEY);
    expect(await lab.codeOf({ cookie: cookies.admin }, CHANGE_KEY)).toBe('CONFLICT');
    expect(await lab.codeOf({ cookie: cookies.foreign }, CHANGE_KEY)).toBe('NOT_FOUND');
    expect(await lab.codeOf({ cookie: cookies.instructor }, CHANGE_KEY)).toBe('FORBIDDEN');
  });

  it('may neither name addresses without https, nor have launches make administrators', async () => {
    const other = { clientId: 'another' };
    expect(await codeOf({ ...other, jwksUrl: 'http://lms.example.org/keys' })).toBe('BAD_USER_INPUT');
    expect(await codeOf({ ...other, highestRole: 'ADMIN' })).toBe('BAD_USER_INPUT');
    expect(await platforms()).toHaveLength(1);
  });

  it('of another organization sees and changes nothing of it', async () => {
    const id = (await platforms())[0]?.id;
    expect(await did(cookies.foreign, TOOL)).toMatchObject({ ltiTool: { platforms: [] } });
    expect(await lab.codeOf({ cookie: cookies.foreign }, REMOVE, { id })).toBe('NOT_FOUND');
    expect(await platforms()).toHaveLength(1);
  });
});

describe('a launch', () => {
  it('makes an account for a learner, signs them in, enrolls them and leads to the assignment', async () => {
    const own = browser();
    const path = await own.launch(platform, LEARNER, platform.link('link-1', opens));
    expect(path).toBe('/assignments/tabular-risk');
    expect(await viewerOf(own.cookie)).toMatchObject({
      name: 'Lena Learner',
      memberships: [{ role: 'STUDENT' }],
    });
    const places = await lab.sql(
      `SELECT 1 FROM enrollments e JOIN lti_accounts a ON a.user_id = e.user_id WHERE a.subject = 'u-1' AND e.cohort_id = $1`,
      [cohort.id],
    );
    expect(places).toHaveLength(1);
    expect(await platforms()).toMatchObject([{ links: 1, people: 1 }]);
  });

  it('finds them again by who they are there, whatever their address is by then', async () => {
    const own = browser();
    await own.launch(platform, { ...LEARNER, email: 'lena.new@lms.test' }, platform.link('link-1', null));
    expect((await viewerOf(own.cookie))?.name).toBe('Lena Learner');
  });

  it('gives who teaches no more than the organization allows', async () => {
    const own = browser();
    expect(await own.launch(platform, TEACHER, platform.link('link-1', null))).toBe(
      '/assignments/tabular-risk',
    );
    expect((await viewerOf(own.cookie))?.memberships.map(({ role }) => role)).toEqual(['TEACHING_ASSISTANT']);
    await admit(true, 'INSTRUCTOR');
    await browser().launch(platform, TEACHER, platform.link('link-1', null));
    expect((await viewerOf(own.cookie))?.memberships.map(({ role }) => role).sort()).toEqual([
      'INSTRUCTOR',
      'TEACHING_ASSISTANT',
    ]);
  });

  it('makes nobody an administrator', async () => {
    const boss = { sub: 'u-3', email: 'boss@lms.test', roles: ['Administrator'] };
    const path = await browser().launch(platform, boss, platform.link('link-1', null));
    expect(path).toContain('/sign-in?next=');
    expect(await lab.sql(`SELECT 1 FROM auth."user" WHERE email = 'boss@lms.test'`)).toEqual([]);
  });
});

describe('a launch is refused', () => {
  const refused = async (faults: TokenFaults) =>
    refusal(await browser().launch(platform, LEARNER, platform.link('link-1', null), faults));

  it.each<[string, TokenFaults, string]>([
    ['that another key signed', { isForged: true }, 'NOT_PROVEN'],
    ['for another tool', { claims: { aud: 'somebody-else' } }, 'NOT_PROVEN'],
    ['of another issuer', { claims: { iss: 'https://lms.example.org' } }, 'NOT_PROVEN'],
    ['with another nonce', { claims: { nonce: 'another' } }, 'NOT_PROVEN'],
    ['that has expired', { expiresIn: -120 }, 'NOT_PROVEN'],
    [
      'of another deployment',
      { claims: { 'https://purl.imsglobal.org/spec/lti/claim/deployment_id': 'deployment-2' } },
      'WRONG_DEPLOYMENT',
    ],
    [
      'of another version',
      { claims: { 'https://purl.imsglobal.org/spec/lti/claim/version': '1.1' } },
      'NOT_LTI',
    ],
  ])('%s', async (_, faults, reason) => {
    expect(await refused(faults)).toBe(reason);
  });

  it('when its answer comes a second time', async () => {
    const own = browser();
    const { state, nonce } = await own.begin(platform);
    const idToken = await platform.idToken(LEARNER, nonce, platform.link('link-1', null));
    const path = await own.post(state, idToken);
    expect(refusal(await own.post(state, idToken))).toBe('NOT_OPEN');
    expect(refusal(await own.post('made up', idToken))).toBe('NOT_OPEN');
    // The first goes on, in the browser that began it and no other, and signs in once.
    expect(refusal(await browser().goOn(path))).toBe('OTHER_BROWSER');
    const other = browser();
    await other.begin(platform);
    expect(refusal(await other.goOn(path))).toBe('OTHER_BROWSER');
    const lti = own.cookie;
    expect(await own.goOn(path)).toBe('/assignments/tabular-risk');
    expect(refusal(await browser(lti).goOn(path))).toBe('SPENT');
  });

  it('from a platform that another organization registered', async () => {
    const elsewhere = new LaunchingBrowser(lab.url, 'other');
    expect(refusal((await elsewhere.begin(platform)).url.href)).toBe('UNKNOWN_PLATFORM');
    expect(await (await fetch(`${lab.url}/lti/other/jwks.json`)).json()).toEqual({ keys: [] });
    // An answer that was begun here is none there.
    const { state, nonce } = await browser().begin(platform);
    const idToken = await platform.idToken(LEARNER, nonce, platform.link('link-1', null));
    expect(refusal(await elsewhere.post(state, idToken))).toBe('NOT_OPEN');
  });
});

describe('somebody who has an account', () => {
  const OWN = { sub: 'u-4', email: 'student@demo.holdout', roles: ['Learner'] };
  const idOf = (path: string) => path.split('/').at(-1) ?? '';

  it('is not taken over by their address: they sign in, and say themselves that it is them', async () => {
    const away = await browser().launch(platform, OWN, platform.link('link-1', null));
    expect(away).toMatch(/^\/sign-in\?next=%2Flti%2Fdemo%2Fcontinue/);
    const own = browser(cookies.student);
    const path = await own.launch(platform, OWN, platform.link('link-1', null));
    expect(path).toMatch(/^\/lms\/launches\/demo\//);
    const { ltiLaunch } = await did(cookies.student, LAUNCH, { id: idOf(path) });
    expect(ltiLaunch).toEqual({ step: 'LINK', platformName: 'Simulator', personName: null });
    expect(await lab.codeOf({ cookie: cookies.instructor }, LINK, { id: idOf(path) })).toBe('NOT_FOUND');
    expect(await lab.codeOf({}, LINK, { id: idOf(path) })).toBe('UNAUTHENTICATED');
    expect(await did(cookies.student, LINK, { id: idOf(path) })).toEqual({
      linkLtiAccount: '/assignments/tabular-risk',
    });
    expect(await own.launch(platform, OWN, platform.link('link-1', null))).toBe('/assignments/tabular-risk');
  });

  it('is one person of a platform', async () => {
    const second = { ...OWN, sub: 'u-5' };
    const path = await browser(cookies.student).launch(platform, second, platform.link('link-1', null));
    expect(await lab.codeOf({ cookie: cookies.student }, LINK, { id: idOf(path) })).toBe('CONFLICT');
    const mixed = await browser(cookies.instructor).launch(platform, OWN, platform.link('link-1', null));
    expect(refusal(mixed)).toBe('OTHER_PERSON');
  });

  it('signs in themselves where they are more than a launch may make of them', async () => {
    const boss = { sub: 'u-6', email: 'admin@demo.holdout', roles: ['Instructor'] };
    const path = await browser(cookies.admin).launch(platform, boss, platform.link('link-1', null));
    await did(cookies.admin, LINK, { id: idOf(path) });
    const own = browser();
    expect(await own.launch(platform, boss, platform.link('link-1', null))).toContain('/sign-in?next=');
    expect(await viewerOf(own.cookie)).toBeNull();
  });

  it('is what they were, and nobody new comes in, where the platform may bring nobody', async () => {
    await admit(false);
    const stranger = { sub: 'u-7', email: 'new@lms.test', roles: ['Learner'] };
    expect(await browser().launch(platform, stranger, platform.link('link-1', null))).toContain('/sign-in?');
    const path = await browser(cookies.foreign).launch(platform, stranger, platform.link('link-1', null));
    expect(await did(cookies.foreign, LINK, { id: idOf(path) })).toEqual({
      linkLtiAccount: '/lms/refused?reason=NOT_A_MEMBER',
    });
    await admit(true, 'INSTRUCTOR');
  });
});

describe('a link that says nothing', () => {
  const message = () => platform.link('bare', null);

  it('leads a learner nowhere until who teaches says what it opens', async () => {
    expect(refusal(await browser().launch(platform, LEARNER, message()))).toBe('NOT_SET_UP');
    const own = browser();
    const id = (await own.launch(platform, TEACHER, message())).split('/').at(-1);
    const input = {
      organizationSlug: 'demo',
      launchId: id,
      cohortId: cohort.id,
      assignmentSlug: 'tabular-risk',
    };
    expect(await did(own.cookie, PLACE, { input })).toEqual({ placeLtiLink: '/assignments/tabular-risk' });
    expect(await browser().launch(platform, LEARNER, message())).toBe('/assignments/tabular-risk');
  });

  it('cannot be set by a learner', async () => {
    const own = browser();
    await own.launch(platform, LEARNER, message());
    const [launch] = await lab.sql<{ id: string }>(
      `SELECT l.id FROM lti_launches l JOIN lti_accounts a ON a.user_id = l.user_id
       WHERE a.subject = 'u-1' ORDER BY l.expires_at DESC LIMIT 1`,
    );
    const input = {
      organizationSlug: 'demo',
      launchId: launch?.id,
      cohortId: cohort.id,
      assignmentSlug: 'x',
    };
    expect(await lab.codeOf({ cookie: own.cookie }, PLACE, { input })).toBe('FORBIDDEN');
  });
});

describe('courses', () => {
  ltiCoursesCases(() => ({ lab, platform, cohort, cookies, admit, learner: LEARNER, teacher: TEACHER }));
});

describe('grades', () => {
  ltiGradesCases(() => ({
    lab,
    platform,
    cohort,
    admin: cookies.admin,
    instructor: cookies.instructor,
    learner: LEARNER,
    lineItem: platform.lineItem('link-1'),
  }));
});

it('refuses launches of a platform that was removed', async () => {
  const other = { ...platform.registration, clientId: 'gone', admitsPeople: true, highestRole: 'STUDENT' };
  await did(cookies.admin, REGISTER, { input: other });
  const id = (await platforms())[1]?.id;
  await did(cookies.admin, REMOVE, { id });
  const query = new URLSearchParams({ iss: platform.issuer, client_id: 'gone', login_hint: 'hint' });
  const response = await fetch(`${lab.url}/lti/demo/login?${query}`, { redirect: 'manual' });
  expect(refusal(response.headers.get('location') ?? '')).toBe('UNKNOWN_PLATFORM');
});

it('puts on record who registered, linked and came', async () => {
  const rows = await lab.sql<{ action: string }>(
    `SELECT DISTINCT action FROM audit_events WHERE action LIKE 'lti-%' ORDER BY 1`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'lti-account.created',
    'lti-account.linked',
    'lti-grades.resent',
    'lti-key.changed',
    'lti-launch.admitted',
    'lti-link.placed',
    'lti-platform.changed',
    'lti-platform.registered',
    'lti-platform.removed',
  ]);
});

it('logs no proof of who somebody is, and no token', () => {
  expect(logged).toMatch(/"route":"\/lti\/:slug\/launch"/);
  expect(platform.issued.length).toBeGreaterThan(10);
  const letsIn = [
    ...platform.issued,
    ...Object.values(cookies).map((cookie) => cookie.split('=')[1] ?? cookie),
  ];
  expect(letsIn.filter((secret) => logged.includes(secret))).toEqual([]);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { auditServer } from 'graphql-http';
import { ApiLab, PUBLIC_URL, type Answer } from '../support/api-lab.js';
import { documentIdNamed, readDocuments } from '../support/built-documents.js';
import { socketCode } from '../support/socket-code.js';

const MOST_REQUESTS = 300;

let lab: ApiLab;
let cookie: string;
let logged = '';
beforeAll(async () => {
  lab = await ApiLab.start({
    production: true,
    // Checks and audit bring their own operations; those below say what happens to them by default.
    env: {
      LOG_LEVEL: 'trace',
      GRAPHQL_REQUESTS_PER_MINUTE: String(MOST_REQUESTS),
      GRAPHQL_FREE_DOCUMENTS: 'anyone',
    },
    onLog: (text) => (logged += text),
  });
  cookie = await lab.signIn('student@demo.holdout');
}, 60_000);
afterAll(() => lab?.stop());

const repeated = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Posts as a signed-in student; answers status and text. */
async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${lab.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${lab.url}${path}`, { headers: { cookie, ...headers }, redirect: 'manual' });

describe('the twelve classic checks of a GraphQL server', () => {
  it.each([
    ['alias overloading', `{ ${repeated(101, (index) => `a${index}: __typename`)} }`, /too many aliases/],
    ['field duplication', `{ ${repeated(500, () => '__typename')} }`, /repeats fields/],
    ['directive overloading', `{ __typename ${repeated(500, (index) => `@a${index}`)} }`, /directive/],
    ['circular introspection', introspection(8), /introspection/i],
    ['introspection', '{ __schema { queryType { name } } }', /introspection/i],
  ])('refuses %s, in few words', async (_what, query, message) => {
    const { text } = await post({ query });
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors: { message: string }[] };
    expect(data ?? null).toBeNull();
    expect(errors[0]?.message).toMatch(message);
    // A short question may not make a long answer.
    expect(text.length).toBeLessThan(query.length * 20);
  });

  it.each(['a\0b', '\ud83d'])('refuses text that cannot be kept, and names it: %j', async (words) => {
    const query = 'query ($words: String!) { searchLessons(words: $words) { stageSlug } }';
    const { text } = await post({ query, variables: { words } });
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors: { extensions: unknown }[] };
    expect(data ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'words' }),
    ]);
  });

  it('refuses a batch', async () => {
    const { status, text } = await post(Array(10).fill({ query: '{ __typename }' }));
    expect(status).toBe(400);
    expect(text).not.toContain('"data"');
  });

  it('runs no subscription but over a socket', async () => {
    const { text } = await post({ query: 'subscription { unreadNotifications }' });
    expect(text).toMatch(/Subscriptions go over a socket/);
    expect(text).not.toMatch(/"unreadNotifications":\d/);
  });

  it('suggests no fields', async () => {
    const { text } = await post({ query: '{ viewr { id } }' });
    expect(text).toContain('Cannot query field');
    expect(text).not.toMatch(/did you mean/i);
  });

  it.each(['{ viewer { id } }', 'mutation { __typename }'])('runs nothing by GET: %s', async (query) => {
    const response = await get(`/graphql?query=${encodeURIComponent(query)}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('"data"');
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'runs nothing that a form of another site could send: %s',
    async (type) => {
      const { status, text } = await post('query=%7B__typename%7D', { 'content-type': type });
      expect(status).toBe(415);
      expect(text).not.toContain('"data"');
    },
  );

  it('shows no IDE', async () => {
    for (const path of ['/graphql', '/graphiql', '/playground', '/altair', '/voyager']) {
      const response = await get(path, { accept: 'text/html' });
      expect(response.headers.get('content-type') ?? '').not.toContain('text/html');
    }
  });

  it('tells no timings of resolvers', async () => {
    const { text } = await post({ query: '{ viewer { id } }' }, { 'x-apollo-tracing': '1' });
    expect(JSON.parse(text)).not.toHaveProperty('extensions');
  });

  it.each([
    ['syntax', { query: '{ viewer { ' }],
    [
      'a value of the wrong type',
      { query: 'query A($id: ID!) { run(id: $id) { id } }', variables: { id: {} } },
    ],
    ['a body that is none', 'null'],
    ['JSON that is none', '{"query"'],
    ['an operation that is not there', { query: 'query A { viewer { id } }', operationName: 'B' }],
  ])('masks what it does not expect: %s', async (_what, body) => {
    const { status, text } = await post(body);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/\bat \/|node_modules|stack|exception/i);
  });
});

it('passes the audit of GraphQL over HTTP', async () => {
  const results = await auditServer({ url: `${lab.url}/graphql` });
  const failed = results.filter(({ status, name }) => status !== 'ok' && !name.startsWith('MAY'));
  // What is left asks for a type by its name, which production does not tell.
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([
    '2EA1 SHOULD allow map {variables} parameter when accepting application/graphql-response+json',
    '28B9 MUST allow map {variables} parameter when accepting application/json',
  ]);
  expect(results.length).toBeGreaterThan(40);
});

describe('operations that web app and command line were not built with', () => {
  const WHO = '{ viewer { email } }';
  const ask = async (url: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer<{ viewer: { email: string } | null }>;
  };
  const builtWith = (operation: string) => ({ extensions: { documentId: documentIdNamed(operation) } });
  let byDefault: string;
  let closed: string;
  let apiKey: string;
  beforeAll(async () => {
    const made = await lab.ask<{ createApiKey: { secret: string } }>(
      { cookie },
      'mutation { createApiKey(name: "free") { secret } }',
    );
    apiKey = made.data?.createApiKey.secret ?? '';
    const urls = ['', 'nobody'].map((free) => lab.another({ GRAPHQL_FREE_DOCUMENTS: free }));
    [byDefault = '', closed = ''] = await Promise.all(urls);
  }, 30_000);

  it('are answered for a key, within the same limits, and for no session and nobody who is signed out', async () => {
    const email = 'student@demo.holdout';
    expect((await ask(byDefault, { query: WHO }, { 'x-api-key': apiKey })).data).toEqual({
      viewer: { email },
    });
    const aliases = `{ ${repeated(101, (index) => `a${index}: __typename`)} }`;
    const refused = await ask(byDefault, { query: aliases }, { 'x-api-key': apiKey });
    expect(refused.errors?.[0]?.message).toMatch(/too many aliases/);
    const senders: Record<string, string>[] = [
      { cookie },
      {},
      { 'x-api-key': 'ho_forged' },
      { cookie, 'x-api-key': 'x' },
    ];
    for (const headers of senders) {
      const { data, errors } = await ask(byDefault, { query: WHO }, headers);
      expect({ data, code: errors?.[0]?.extensions.code }).toEqual({ data: undefined, code: 'FORBIDDEN' });
      expect(errors?.[0]?.message).toMatch(/create an API key in your settings/);
    }
  });

  it('are refused to keys too where the operator says so', async () => {
    const { errors } = await ask(closed, { query: WHO }, { 'x-api-key': apiKey });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
      message: expect.stringContaining('GRAPHQL_FREE_DOCUMENTS') as string,
    });
    // The command line's own are told by their text.
    const own = Object.values(readDocuments('cli/documents.json')).find((text) =>
      text.includes('query Whoami'),
    );
    expect((await ask(closed, { query: own }, { 'x-api-key': apiKey })).data?.viewer).toMatchObject({
      email: 'student@demo.holdout',
    });
  });

  it('while what the web app was built with is answered by its id, to whom it is open', async () => {
    const answer = await ask(byDefault, builtWith('Viewer'), { cookie });
    expect(answer.data?.viewer).toMatchObject({ email: 'student@demo.holdout' });
    expect((await ask(byDefault, builtWith('Settings'))).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect((await ask(byDefault, builtWith('Fleet'), { cookie })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    // A text beside the id counts for nothing.
    const both = await ask(byDefault, { ...builtWith('Viewer'), query: '{ __typename }' }, { cookie });
    expect(both.data).toEqual(answer.data);
  });

  it('tells a page of another build to be loaded again', async () => {
    const asked = { extensions: { documentId: `sha256:${'0'.repeat(64)}` } };
    const { errors } = await ask(byDefault, asked, { cookie });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'CONFLICT' },
      message: expect.stringMatching(/another version. Reload it/) as string,
    });
  });

  it('holds for sockets', async () => {
    const free = 'subscription { unreadNotifications }';
    const headers = { cookie, origin: PUBLIC_URL };
    expect(await socketCode(byDefault, headers, free)).toBe('FORBIDDEN');
    expect(await socketCode(byDefault, { 'x-api-key': apiKey }, free)).toBe('ok');
    const { extensions } = builtWith('UnreadNotifications');
    expect(await socketCode(byDefault, headers, '', {}, extensions)).toBe('ok');
  });
});

it('keeps headers on every answer that keep a browser from running or framing it', async () => {
  const answers = [(await post({ query: '{ __typename }' })).headers];
  for (const path of ['/graphql', '/nowhere', '/auth/get-session', '/health/live', '/files/own-data'])
    answers.push((await get(path)).headers);
  for (const headers of answers) {
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  }
});
const auth = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${lab.url}/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL, ...headers },
    body: JSON.stringify(body),
  });
const STUDENT = { email: 'student@demo.holdout', password: 'holdout-demo' };

it('gives a new session at every sign-in, whatever the browser brought along', async () => {
  const signIns = [1, 2].map(() => auth('sign-in/email', STUDENT, { cookie }));
  const tokens = (await Promise.all(signIns)).map(({ headers }) => headers.getSetCookie()[0]?.split(';')[0]);
  expect(new Set([...tokens, cookie]).size).toBe(3);
});

it('bears only so many requests of one person within a minute, and goes on answering others', async () => {
  const other = await lab.signIn('instructor@demo.holdout');
  const answers = new Set<number>();
  for (let asked = 0; asked <= MOST_REQUESTS; asked += 1)
    answers.add((await post({ query: '{ __typename }' }, { cookie: other })).status);
  expect([...answers]).toEqual([200, 429]);
  expect((await post({ query: '{ __typename }' })).status).toBe(200);
});

it('never logs a secret, not even when it logs everything and something fails', async () => {
  const secrets = {
    password: 'a-password-that-is-wrong',
    newPassword: 'another-password-that-is-new',
    resetToken: 'a-token-of-a-mailed-link',
    passcode: 'a-passcode-of-a-share-link',
    invitation: 'a-token-of-an-invitation',
  };
  const made = await lab.ask<{ createApiKey: { secret: string } }>(
    { cookie },
    'mutation { createApiKey(name: "logged?") { secret } }',
  );
  const apiKey = made.data?.createApiKey.secret ?? '';
  expect(apiKey).toMatch(/^ho_/);
  await lab.sql('ALTER TABLE tracks RENAME TO tracks_away');
  await lab.ask({ 'x-api-key': apiKey }, '{ track { title } }');
  await lab.sql('ALTER TABLE tracks_away RENAME TO tracks');
  await auth('sign-in/email', { ...STUDENT, password: secrets.password });
  await auth('sign-in/email', { email: { $ne: secrets.password }, password: [secrets.password] });
  await auth('reset-password', { token: secrets.resetToken, newPassword: secrets.newPassword });
  await auth('invitation-sign-up', { token: secrets.invitation, name: 'A', password: secrets.password });
  await get(`/auth/get-session?token=${secrets.resetToken}`);
  const open = 'mutation ($t: String!, $p: String) { openShareLink(token: $t, passcode: $p) { name } }';
  await lab.ask({ cookie }, open, { t: secrets.resetToken, p: secrets.passcode });
  await lab.ask(
    { cookie },
    `mutation { openShareLink(token: "${secrets.resetToken}", passcode: "${secrets.passcode}") { nam } }`,
  );
  // What it was asked, and that it failed, is there; what lets somebody in is not.
  expect(logged).toMatch(/"route":"\/auth\/reset-password"/);
  expect(logged).toMatch(/An error was masked/);
  const settings = ['a'.repeat(40), 'ab'.repeat(32), lab.test.apiUrl];
  const session = cookie.split('=')[1]?.split('.')[0] ?? '';
  for (const secret of [...Object.values(secrets), STUDENT.password, apiKey, session, ...settings]) {
    expect(secret.length).toBeGreaterThan(5);
    expect({ secret, isLogged: logged.includes(secret) }).toEqual({ secret, isLogged: false });
  }
});

it('answers what it has begun when it is asked to end', async () => {
  // An answer that is held back on purpose, so that its time tells nothing.
  const answer = auth('request-password-reset', { email: 'nobody@demo.holdout' });
  await sleep(100);
  const ended = await lab.terminate();
  expect((await answer).status).toBe(200);
  expect(ended).toBe(0);
  await expect(fetch(`${lab.url}/health/live`)).rejects.toThrow();
});

function introspection(depth: number): string {
  return `{ __schema { types { ${'fields { type { '.repeat(depth)} name ${'} }'.repeat(depth)} } } }`;
}

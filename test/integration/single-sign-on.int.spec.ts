import { ApiLab, DEMO, OTHER, PUBLIC_URL } from '../support/api-lab.js';
import { NameServer, OidcServer } from '../support/oidc-server.js';
import { invitationToken } from '../support/invitation-token.js';

const CALLBACK = `${PUBLIC_URL}/auth/sso/callback`;
const SECRET = 'known-to-both-and-nobody-else';
const SET = 'mutation ($input: SingleSignOnInput!) { setSingleSignOn(input: $input) { issuer } }';
const ADD = 'mutation ($domain: String!) { addEmailDomain(domain: $domain) { id recordName recordValue } }';
const PROVE = 'mutation ($id: ID!) { proveEmailDomain(id: $id) { provenAt } }';
const INVITE = 'mutation ($input: InviteInput!) { invite(input: $input) { link } }';
const MAKE_ADMIN = `INSERT INTO memberships (id, organization_id, user_id, role)
  SELECT gen_random_uuid(), $1, u.id, 'ADMIN' FROM auth."user" u WHERE u.email = $2`;
const WHO =
  '{ viewer { email isOperator opensOneOrganization organization { slug } memberships { role organization { slug } } } }';

interface Who {
  viewer: {
    email: string;
    isOperator: boolean;
    memberships: { role: string; organization: { slug: string } }[];
  } | null;
}

let oidc: OidcServer;
let names: NameServer;
let lab: ApiLab;
let admin: { cookie: string };
let otherAdmin: { cookie: string };
let logged = '';
/** What lets in whoever has it, of everybody who came. */
const letsIn = new Set([SECRET]);

const client = (id: string) => ({ client_id: id, client_secret: SECRET, redirect_uris: [CALLBACK] });
const settings = (clientId: string, more: object = {}) => ({
  input: { issuer: oidc.issuer, clientId, clientSecret: SECRET, joinsAsStudent: false, ...more },
});

/** Begins at the API; answers where it leads and what the browser keeps. */
async function begin(slug = 'demo', next = '/attempts'): Promise<{ address: string; cookie: string }> {
  const response = await fetch(`${lab.url}/auth/sso/${slug}/start?next=${encodeURIComponent(next)}`, {
    redirect: 'manual',
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  letsIn.add(cookie.slice(cookie.indexOf('=') + 1));
  return { address: response.headers.get('location') ?? '', cookie };
}

/** Comes back to the API; answers the page that it leads to and the cookies of a session. */
async function comeBack(to: URL, cookie: string): Promise<{ page: string; cookie: string }> {
  const response = await fetch(`${lab.url}${to.pathname}${to.search}`, {
    redirect: 'manual',
    headers: { cookie },
  });
  const page = (response.headers.get('location') ?? '').replace(PUBLIC_URL, '');
  const cookies = response.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
  for (const name of ['code', 'state']) letsIn.add(to.searchParams.get(name) ?? '');
  for (const set of cookies.filter((each) => each.includes('session'))) letsIn.add(set.split('=')[1] ?? '');
  return { page, cookie: cookies.join('; ') };
}

/** The whole way as somebody whom the provider knows by this name. */
async function enter(name: string, slug = 'demo'): Promise<{ page: string; cookie: string }> {
  const begun = await begin(slug);
  return comeBack(await oidc.enter(begun.address, name), begun.cookie);
}

const whoIs = async (headers: Record<string, string>) => (await lab.ask<Who>(headers, WHO)).data?.viewer;
const refusal = (problem: string, slug = 'demo') => `/sign-in/with/${slug}?problem=${problem}`;
const invite = (email: string, role = 'STUDENT', headers = admin) =>
  lab.ask<{ invite: { link: string } }>(headers, INVITE, { input: { email, role } });
const accountsOf = (email: string) =>
  lab.sql(
    `SELECT a."providerId" FROM auth.account a JOIN auth."user" u ON u.id = a."userId" WHERE u.email = $1`,
    [email],
  );

async function prove(domain: string): Promise<string> {
  const { data } = await lab.ask<{
    addEmailDomain: { id: string; recordName: string; recordValue: string };
  }>(admin, ADD, { domain });
  const { id = '', recordName = '', recordValue = '' } = data?.addEmailDomain ?? {};
  names.records.set(recordName, recordValue);
  return lab.codeOf(admin, PROVE, { id });
}

beforeAll(async () => {
  oidc = await OidcServer.start([client('demo'), client('other'), client('second')]);
  names = await NameServer.start();
  lab = await ApiLab.start({
    production: true,
    env: {
      GRAPHQL_FREE_DOCUMENTS: 'anyone',
      LOG_LEVEL: 'trace',
      SSO_INTERNAL_HOSTS: `${oidc.host}, ${oidc.host.replace('localhost', '127.0.0.1')}`,
      DNS_SERVERS: names.address,
    },
    onLog: (text) => (logged += text),
  });
  await lab.sql(MAKE_ADMIN, [OTHER, 'instructor@other.holdout']);
  admin = { cookie: await lab.signIn('admin@demo.holdout') };
  otherAdmin = { cookie: await lab.signIn('instructor@other.holdout') };
  expect(await lab.codeOf(admin, SET, settings('demo'))).toBe('ok');
  expect(await lab.codeOf(otherAdmin, SET, settings('other'))).toBe('ok');
});
afterAll(async () => {
  // First: an API that did not start must not leave them behind.
  await oidc.stop();
  names.stop();
  await lab.stop();
});
beforeEach(() => lab.sql('DELETE FROM auth."signInTries"'));

describe('a provider is set', () => {
  const messageFor = async (more: object) =>
    (await lab.ask(admin, SET, settings('demo', more))).errors?.[0]?.message;

  it('where there is one, over https, at a public address or where the operator says, under its own name', async () => {
    const port = oidc.host.split(':')[1];
    expect(await messageFor({ issuer: `http://127.0.0.1:${port}` })).toMatch(/belongs to another issuer/);
    expect(await messageFor({ issuer: `${oidc.issuer}/elsewhere` })).toMatch(/gave no document/);
    expect(await messageFor({ issuer: 'https://169.254.169.254' })).toMatch(/not a server of the public int/);
    expect(await messageFor({ issuer: `https://localhost:${Number(port) + 1}` })).toMatch(/not a server of/);
    expect(await messageFor({ issuer: 'http://example.org' })).toMatch(/as an https address/);
    expect(await messageFor({ issuer: 'file:///etc/passwd' })).toMatch(/as an https address/);
    expect(await messageFor({ issuer: 'nothing' })).toMatch(/as an https address/);
  });

  it('with a secret that is kept sealed, shown to nobody, and sent to no other provider', async () => {
    const [row] = await lab.sql<{ secret: Buffer }>(
      'SELECT client_secret AS secret FROM identity_providers WHERE organization_id = $1',
      [DEMO],
    );
    expect(row?.secret.includes(SECRET)).toBe(false);
    expect(await messageFor({ clientSecret: null })).toBeUndefined();
    expect(await messageFor({ clientSecret: null, clientId: 'second' })).toMatch(/Give the client secret/);
    const shown = await lab.ask(admin, '{ singleSignOn { redirectUri signInUrl provider { clientId } } }');
    expect(shown.data).toEqual({
      singleSignOn: {
        redirectUri: CALLBACK,
        signInUrl: `${PUBLIC_URL}/sign-in/with/demo`,
        provider: { clientId: 'demo' },
      },
    });
  });

  it('only so often in an hour', async () => {
    await lab.codeOf(admin, SET, settings('demo'));
    await lab.sql(`UPDATE auth."signInTries" SET count = 30 WHERE key LIKE 'provider-account:%'`);
    expect(await lab.codeOf(admin, SET, settings('demo'))).toBe('RATE_LIMITED');
  });
});

describe('somebody signs in at the provider of their organization', () => {
  it('by invitation, with the role that it names, and returns to the page they came for', async () => {
    oidc.people.set('ines', { email: 'Ines@gmail.test', email_verified: true, name: 'Ines Duarte' });
    expect((await enter('ines')).page).toBe(refusal('NOT_INVITED'));
    await invite('ines@gmail.test', 'INSTRUCTOR');
    const entered = await enter('ines');
    expect(entered.page).toBe('/attempts');
    expect(await whoIs(entered)).toMatchObject({
      email: 'ines@gmail.test',
      memberships: [{ role: 'INSTRUCTOR', organization: { slug: 'demo' } }],
    });
    // The invitation is used up; the provider knows them now.
    oidc.people.set('ines', { name: 'Ines Duarte' });
    expect((await enter('ines')).page).toBe('/attempts');
  });

  it('as who they are, once the organization has shown that the domain of their address is its own', async () => {
    oidc.people.set('sam', { email: 'student@demo.holdout', email_verified: true });
    expect((await enter('sam')).page).toBe(refusal('OTHER_ACCOUNT'));
    const wrong = await lab.ask<{ addEmailDomain: { id: string } }>(admin, ADD, { domain: 'demo.holdout' });
    const id = wrong.data?.addEmailDomain.id ?? '';
    expect((await lab.ask(admin, PROVE, { id })).errors?.[0]?.message).toMatch(
      /no such TXT record at _holdout\.demo\.holdout/,
    );
    names.records.set('_holdout.demo.holdout', 'holdout-domain=of-somebody-else');
    expect(await lab.codeOf(admin, PROVE, { id })).toBe('BAD_USER_INPUT');
    expect(await prove('demo.holdout')).toBe('ok');
    const entered = await enter('sam');
    expect((await whoIs(entered))?.email).toBe('student@demo.holdout');
    expect(await accountsOf('student@demo.holdout')).toHaveLength(2);
    const found = await lab.ask({}, '{ signInOrganizations(email: "new@demo.holdout") { slug } }');
    expect(found.data).toEqual({ signInOrganizations: [{ slug: 'demo' }] });
  });

  it('as a new student, where the organization takes all that its provider knows, of its domains alone', async () => {
    oidc.people.set('nia', { email: 'nia@demo.holdout', email_verified: true, name: 'Nia' });
    oidc.people.set('out', { email: 'out@elsewhere.test', email_verified: true, name: 'Out' });
    expect((await enter('nia')).page).toBe(refusal('NOT_INVITED'));
    await lab.ask(admin, SET, settings('demo', { joinsAsStudent: true }));
    expect((await enter('out')).page).toBe(refusal('NOT_INVITED'));
    const entered = await enter('nia');
    expect((await whoIs(entered))?.memberships).toEqual([
      { role: 'STUDENT', organization: { slug: 'demo' } },
    ]);
    const events = await lab.sql<{ action: string }>(
      `SELECT action FROM audit_events WHERE organization_id = $1 AND action LIKE 'single-sign-on.%'`,
      [DEMO],
    );
    expect(new Set(events.map(({ action }) => action))).toEqual(
      new Set(['single-sign-on.set', 'single-sign-on.refused', 'single-sign-on.linked']),
    );
  });

  it('no more when they were removed, until they are invited again', async () => {
    const entered = await enter('nia');
    const remove = async () => {
      const [row] = await lab.sql<{ id: string }>(
        `SELECT m.id FROM memberships m JOIN auth."user" u ON u.id = m.user_id WHERE u.email = 'nia@demo.holdout'`,
      );
      return lab.codeOf(admin, 'mutation ($id: ID!) { removeMembership(id: $id) }', { id: row?.id });
    };
    expect(await remove()).toBe('ok');
    expect((await whoIs(entered))?.memberships).toEqual([]);
    expect((await enter('nia')).page).toBe(refusal('REMOVED'));
    // Nor as somebody whom the provider calls otherwise.
    oidc.people.set('nia2', { email: 'nia@demo.holdout', email_verified: true });
    expect((await enter('nia2')).page).toBe(refusal('REMOVED'));
    await invite('nia@demo.holdout');
    expect((await whoIs(await enter('nia')))?.memberships).toHaveLength(1);
  });
});

describe('nobody gets in', () => {
  const changed = (address: string, name: string, value: string) => {
    const url = new URL(address);
    url.searchParams.set(name, value);
    return url;
  };

  it.each([
    ['no', 'UNVERIFIED_EMAIL', { email: 'ta@demo.holdout', email_verified: false }],
    ['unsaid', 'UNVERIFIED_EMAIL', { email: 'ta@demo.holdout' }],
    ['none', 'NO_EMAIL', { name: 'None' }],
  ])('whose address the provider has not verified (%s)', async (name, problem, claims) => {
    oidc.people.set(name, claims);
    expect((await enter(name)).page).toBe(refusal(problem));
  });

  it('who says no at the provider', async () => {
    expect((await enter('nobody')).page).toBe(refusal('DECLINED'));
  });

  it('with an answer to another question: nonce, PKCE, issuer, code', async () => {
    for (const [name, value] of [
      ['nonce', 'of-another-sign-in'],
      ['code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
    ] as const) {
      const begun = await begin();
      const back = await oidc.enter(changed(begun.address, name, value).href, 'sam');
      expect(`${name}: ${(await comeBack(back, begun.cookie)).page}`).toBe(`${name}: ${refusal('ANSWER')}`);
    }
    const begun = await begin();
    const back = await oidc.enter(begun.address, 'sam');
    const elsewhere = changed(back.href, 'iss', 'https://login.elsewhere.test');
    expect((await comeBack(elsewhere, begun.cookie)).page).toBe(refusal('ISSUER'));
    const again = await begin();
    const wrong = changed((await oidc.enter(again.address, 'sam')).href, 'code', 'made-up');
    expect((await comeBack(wrong, again.cookie)).page).toBe(refusal('ANSWER'));
  });

  it('with a state that was used, made up, too old, or begun in another browser', async () => {
    const stale = '/sign-in/with?problem=STALE';
    const begun = await begin();
    const back = await oidc.enter(begun.address, 'sam');
    const other = await begin();
    expect((await comeBack(back, other.cookie)).page).toBe(stale);
    expect((await comeBack(back, '')).page).toBe(stale);
    expect((await comeBack(back, begun.cookie)).page).toBe('/attempts');
    expect((await comeBack(back, begun.cookie)).page).toBe(stale);
    expect((await comeBack(changed(back.href, 'state', 'x'.repeat(43)), begun.cookie)).page).toBe(stale);
    const late = await begin();
    const backLate = await oidc.enter(late.address, 'sam');
    await lab.sql(`UPDATE auth."singleSignOn" SET "expiresAt" = now()`);
    expect((await comeBack(backLate, late.cookie)).page).toBe(stale);
  });

  it('of another organization: neither by its address, nor by an invitation, nor by a state begun here', async () => {
    const before = await accountsOf('instructor@demo.holdout');
    oidc.people.set('theirs', { email: 'instructor@demo.holdout', email_verified: true });
    expect((await enter('theirs', 'other')).page).toBe(refusal('OTHER_ACCOUNT', 'other'));
    await invite('instructor@demo.holdout', 'STUDENT', otherAdmin);
    expect((await enter('theirs', 'other')).page).toBe(refusal('OTHER_ACCOUNT', 'other'));
    expect(await accountsOf('instructor@demo.holdout')).toEqual(before);
    // What was begun at one client is nothing to the other one.
    const [ours, others] = [await begin(), await begin('other')];
    const code = (await oidc.enter(others.address, 'sam')).searchParams.get('code') ?? '';
    const back = await oidc.enter(ours.address, 'sam');
    expect((await comeBack(changed(back.href, 'code', code), ours.cookie)).page).toBe(refusal('ANSWER'));
    expect(await lab.codeOf(otherAdmin, ADD, { domain: 'demo.holdout' })).toBe('ok');
    const found = await lab.ask({}, '{ signInOrganizations(email: "a@demo.holdout") { slug } }');
    expect(found.data).toEqual({ signInOrganizations: [{ slug: 'demo' }] });
  });

  it('where there is no provider, or too many have tried', async () => {
    const start = async (slug: string) => (await begin(slug)).address.replace(PUBLIC_URL, '');
    expect(await start('nothing-here')).toBe(refusal('OFF', 'nothing-here'));
    const found = await lab.ask({}, '{ signInOrganization(slug: "nothing-here") { name } }');
    expect(found.data).toEqual({ signInOrganization: null });
    await begin();
    await lab.sql(`UPDATE auth."signInTries" SET count = 1000 WHERE key LIKE 'sso-address:%'`);
    expect(await start('demo')).toBe(refusal('TOO_MANY'));
  });

  it('is led to another site', async () => {
    const begun = await begin('demo', '//elsewhere.test');
    expect((await comeBack(await oidc.enter(begun.address, 'sam'), begun.cookie)).page).toBe('/');
  });
});

describe('what a provider opens', () => {
  let bound: { cookie: string };
  let link: string;
  const CREATE_KEY = 'mutation { createApiKey(name: "cli") { secret apiKey { id } } }';
  const in_ = (slug: string) => ({ 'x-holdout-organization': slug });

  beforeAll(async () => {
    await lab.sql(
      `UPDATE users SET is_operator = true FROM auth."user" u WHERE u.id = users.id AND u.email = $1`,
      ['student@demo.holdout'],
    );
    link = (await invite('student@demo.holdout', 'STUDENT', otherAdmin)).data?.invite.link ?? '';
    await lab.sql(MAKE_ADMIN, [OTHER, 'student@demo.holdout']);
    bound = await enter('sam');
  });

  it('is that organization alone, whatever else its people are', async () => {
    expect(await whoIs(bound)).toMatchObject({
      isOperator: false,
      opensOneOrganization: true,
      memberships: [{ role: 'STUDENT' }],
    });
    const invitations = '{ invitations { id } }';
    const password = { cookie: await lab.signIn('student@demo.holdout') };
    expect(await lab.codeOf({ ...password, ...in_('other') }, invitations)).toBe('ok');
    expect(await lab.codeOf({ ...bound, ...in_('other') }, invitations)).toBe('FORBIDDEN');
    expect(await whoIs(password)).toMatchObject({ isOperator: true, opensOneOrganization: false });
  });

  it('so do the keys that are made there, and nothing of the whole account can be seen or changed', async () => {
    const password = { cookie: await lab.signIn('student@demo.holdout') };
    const whole = await lab.ask<{ createApiKey: { apiKey: { id: string } } }>(password, CREATE_KEY);
    const made = await lab.ask<{ createApiKey: { secret: string } }>(bound, CREATE_KEY);
    const key = { 'x-api-key': made.data?.createApiKey.secret ?? '' };
    expect((await whoIs(key))?.memberships).toHaveLength(1);
    expect(await lab.codeOf({ ...key, ...in_('other') }, '{ invitations { id } }')).toBe('FORBIDDEN');
    const keys = await lab.ask<{ apiKeys: unknown[] }>(bound, '{ apiKeys { id } }');
    expect(keys.data?.apiKeys).toHaveLength(1);
    const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) }';
    expect(await lab.codeOf(bound, revoke, { id: whole.data?.createApiKey.apiKey.id })).toBe('NOT_FOUND');
    const remove = 'mutation { deleteAccount(password: "holdout-demo") }';
    expect(await lab.codeOf(bound, remove)).toBe('FORBIDDEN');
    const passkey = await fetch(`${lab.url}/auth/passkey/generate-register-options`, { headers: bound });
    expect(passkey.status).toBe(403);
    const accept = 'mutation ($token: String!) { acceptInvitation(token: $token) { role } }';
    const token = invitationToken(link);
    expect(await lab.codeOf(bound, accept, { token })).toBe('FORBIDDEN');
  });

  it('ends when it is revoked, and all of it when the organization turns single sign-on off', async () => {
    const second = await enter('sam');
    const { data } = await lab.ask<{ sessions: { id: string; isCurrent: boolean }[] }>(
      second,
      '{ sessions { id isCurrent } }',
    );
    const id = data?.sessions.find(({ isCurrent }) => isCurrent)?.id;
    expect(await lab.codeOf(second, 'mutation ($id: ID!) { revokeSession(id: $id) }', { id })).toBe('ok');
    expect(await whoIs(second)).toBeNull();
    expect(await whoIs(bound)).not.toBeNull();
    const made = await lab.ask<{ createApiKey: { secret: string } }>(bound, CREATE_KEY);
    expect(await lab.codeOf(admin, 'mutation { removeSingleSignOn }')).toBe('ok');
    expect(await whoIs(bound)).toBeNull();
    expect(await whoIs({ 'x-api-key': made.data?.createApiKey.secret ?? '' })).toBeFalsy();
    expect(await accountsOf('student@demo.holdout')).toEqual([{ providerId: 'credential' }]);
    expect(await lab.codeOf(admin, WHO)).toBe('ok');
  });
});

it('logs none of what let anybody in, or could have', () => {
  expect(logged).toMatch(/"route":"\/auth\/sso\/callback"/);
  letsIn.delete('');
  expect(letsIn.size).toBeGreaterThan(20);
  expect([...letsIn].filter((secret) => logged.includes(secret))).toEqual([]);
});

import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiLab, PUBLIC_URL } from '../support/api-lab.js';
import { withClient } from '../support/database.js';
import { admin, adminSettings } from '../support/holdout-admin.js';
import { totpOf } from '../support/totp.js';
import { invitationToken } from '../support/invitation-token.js';
import { until } from '../support/until.js';

const PASSWORD = 'holdout-demo';
const WHO = '{ viewer { email organization { slug } } }';

describe('signing in', () => {
  let lab: ApiLab;
  beforeAll(async () => {
    lab = await ApiLab.start({ production: true, env: { GRAPHQL_FREE_DOCUMENTS: 'anyone' } });
  });
  afterAll(() => lab.stop());

  it('gives a cookie that scripts cannot read, and that says who asks', async () => {
    const response = await fetch(`${lab.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
      body: JSON.stringify({ email: 'student@demo.holdout', password: 'holdout-demo' }),
    });
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const cookie = await lab.signIn('student@demo.holdout');
    expect((await lab.ask({ cookie }, WHO)).data).toEqual({
      viewer: { email: 'student@demo.holdout', organization: { slug: 'demo' } },
    });
    expect((await lab.ask({}, WHO)).data).toEqual({ viewer: null });
  });

  it('refuses a wrong password, and an open sign-up', async () => {
    await expect(lab.signIn('student@demo.holdout', 'something else')).rejects.toThrow(/401/);
    const signUp = await fetch(`${lab.url}/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'me@example.org', password: 'long enough', name: 'Me' }),
    });
    expect(signUp.status).toBe(404);
  });

  it('bears only so many tries at one account, from whatever address, until the right password came in time', async () => {
    const tryOnce = async (password: string) => {
      const response = await fetch(`${lab.url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
        body: JSON.stringify({ email: 'Manager@demo.holdout', password }),
      });
      return response.status;
    };
    const counted = () =>
      lab.sql<{ count: number }>(
        `SELECT count FROM auth."signInTries" WHERE key LIKE 'account:%' AND count > 1`,
      );
    expect([await tryOnce('wrong one'), await tryOnce('wrong two')]).toEqual([401, 401]);
    expect(await counted()).toEqual([{ count: 2 }]);
    expect(await tryOnce('holdout-demo')).toBe(200);
    expect(await counted()).toEqual([]);

    const statuses = await Promise.all(Array.from({ length: 12 }, () => tryOnce('wrong')));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(await tryOnce('holdout-demo')).toBe(429); // even the right password waits now
    await lab.signIn('ta@demo.holdout'); // others are not affected
    await lab.sql(`UPDATE auth."signInTries" SET "beganAt" = 0 WHERE key LIKE 'account:%'`);
    expect(await tryOnce('holdout-demo')).toBe(200);
    await lab.sql('DELETE FROM auth."signInTries"'); // this file's own sign-ins come from one address
  });

  it('bears only so many failures from one address, while those who sign in do not count', async () => {
    const tryOnce = async (email: string, password: string) => {
      const response = await fetch(`${lab.url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
        body: JSON.stringify({ email, password }),
      });
      return { status: response.status, text: await response.text() };
    };
    await lab.sql('DELETE FROM auth."signInTries"');
    await tryOnce('nobody@demo.holdout', 'wrong');
    await lab.sql(`UPDATE auth."signInTries" SET count = 98 WHERE key LIKE 'address:%'`);
    expect((await tryOnce('ta@demo.holdout', 'holdout-demo')).status).toBe(200);
    expect((await tryOnce('ta@demo.holdout', 'holdout-demo')).status).toBe(200);
    expect((await tryOnce('a@demo.holdout', 'wrong')).status).toBe(401);
    expect((await tryOnce('b@demo.holdout', 'wrong')).status).toBe(401);
    const refused = await tryOnce('ta@demo.holdout', 'holdout-demo');
    expect(refused.status).toBe(429);
    expect(refused.text).toMatch(/too many tries to sign in from this network. Try again at 20/);
    await lab.sql('DELETE FROM auth."signInTries"');
  });

  it('counts tries at one account over all API processes together', async () => {
    const urls = [lab.url, await lab.another()];
    const tries = Array.from({ length: 16 }, (_, index) =>
      fetch(`${urls[index % 2]}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
        body: JSON.stringify({ email: 'admin@demo.holdout', password: 'wrong' }),
      }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    await lab.sql('DELETE FROM auth."signInTries"');
  });

  it('ends with the request after its revocation', async () => {
    const first = await lab.signIn('instructor@demo.holdout');
    const second = await lab.signIn('instructor@demo.holdout');
    const { data } = await lab.ask<{ sessions: { id: string; isCurrent: boolean }[] }>(
      { cookie: first },
      '{ sessions { id isCurrent } }',
    );
    const stranger = await lab.signIn('student@demo.holdout');
    const revoke = 'mutation($id: ID!) { revokeSession(id: $id) }';
    for (const { id, isCurrent } of data?.sessions ?? []) {
      expect(await lab.codeOf({ cookie: stranger }, revoke, { id })).toBe('NOT_FOUND');
      if (!isCurrent) expect(await lab.codeOf({ cookie: first }, revoke, { id })).toBe('ok');
    }
    expect((await lab.ask({ cookie: second }, WHO)).data).toEqual({ viewer: null });
    expect((await lab.ask({ cookie: first }, WHO)).data).not.toEqual({ viewer: null });
  });

  it('lets a key act for its owner until it is revoked, and not make further keys', async () => {
    const cookie = await lab.signIn('student@demo.holdout');
    const create = 'mutation { createApiKey(name: "laptop") { secret apiKey { id start } } }';
    const made = await lab.ask<{ createApiKey: { secret: string; apiKey: { id: string; start: string } } }>(
      { cookie },
      create,
    );
    const { secret, apiKey } = made.data!.createApiKey;
    expect(secret.startsWith(apiKey.start)).toBe(true);
    const key = { 'x-api-key': secret };
    expect((await lab.ask(key, WHO)).data).toMatchObject({ viewer: { email: 'student@demo.holdout' } });
    expect(await lab.codeOf(key, create)).toBe('FORBIDDEN');
    const other = await lab.signIn('student@other.holdout');
    const revoke = 'mutation($id: ID!) { revokeApiKey(id: $id) }';
    expect(await lab.codeOf({ cookie: other }, revoke, { id: apiKey.id })).toBe('NOT_FOUND');
    expect(await lab.codeOf({ cookie }, revoke, { id: apiKey.id })).toBe('ok');
    expect((await lab.ask(key, WHO)).data).toEqual({ viewer: null });
    const stored = await lab.sql(`SELECT 1 FROM auth.apikey WHERE key = $1`, [secret]);
    expect(stored).toHaveLength(0);
  });

  it('takes no passkey that it did not ask for, and lets nobody remove another’s', async () => {
    const post = (step: string, headers: Record<string, string> = {}) =>
      fetch(`${lab.url}/auth/passkey/${step}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: PUBLIC_URL, ...headers },
        body: JSON.stringify({ response: { id: 'made-up' }, name: 'mine' }),
      });
    const options = (headers: Record<string, string>) =>
      fetch(`${lab.url}/auth/passkey/generate-register-options`, { headers });
    const cookie = await lab.signIn('student@demo.holdout');
    expect((await options({})).status).toBe(401);
    expect((await options({ cookie })).status).toBe(200);
    const statuses = [];
    for (const step of ['verify-registration', 'verify-authentication', 'list-user-passkeys'])
      statuses.push((await post(step, { cookie })).status);
    expect(statuses).toEqual([400, 400, 404]);
    expect((await post('verify-authentication', { origin: 'http://evil.test' })).status).toBe(403);

    const add = `INSERT INTO auth.passkey ("name", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
      SELECT 'laptop ' || n, 'k', id, 'c' || n, 0, 'singleDevice', false FROM auth."user", generate_series(1, 10) n
      WHERE email = 'student@demo.holdout' RETURNING id`;
    const [first] = await lab.sql<{ id: string }>(add);
    expect((await options({ cookie })).status).toBe(409);
    const remove = 'mutation ($id: ID!) { removePasskey(id: $id) }';
    const foreign = await lab.signIn('ta@demo.holdout');
    expect((await lab.ask({ cookie: foreign }, '{ passkeys { id } }')).data).toEqual({ passkeys: [] });
    expect(await lab.codeOf({ cookie: foreign }, remove, { id: first?.id })).toBe('NOT_FOUND');
    expect(await lab.codeOf({ cookie }, remove, { id: first?.id })).toBe('ok');
    const audited = await lab.sql(
      `SELECT subject_id AS id, detail FROM audit_events WHERE action = 'passkey.removed'`,
    );
    expect(audited).toEqual([{ id: first?.id, detail: { name: 'laptop 1' } }]);
    await lab.sql('DELETE FROM auth.passkey');
  });

  it('asks whoever wants it for a second factor after the password, and gives no session before', async () => {
    const email = 'ta@demo.holdout';
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${lab.url}/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: PUBLIC_URL, cookie },
        body: JSON.stringify(body),
      });
    const cookieOf = (response: Response) =>
      response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore
    const stateOf = async (cookie: string) =>
      (await lab.ask<{ hasSecondFactor: boolean }>({ cookie }, '{ hasSecondFactor }')).data?.hasSecondFactor;
    const begun = await lab.signIn(email);
    const codesOf = (response: Response) =>
      response.json() as Promise<{ totpURI: string; backupCodes: string[] }>;

    expect((await post('two-factor/enable', { password: PASSWORD })).status).toBe(401);
    expect((await post('two-factor/enable', { password: 'not the password' }, begun)).status).toBe(400);
    const { totpURI } = await codesOf(await post('two-factor/enable', { password: PASSWORD }, begun));
    expect(await stateOf(begun)).toBe(false);
    expect((await post('two-factor/verify-totp', { code: '000000' }, begun)).status).toBe(401);
    const on = await post('two-factor/verify-totp', { code: totpOf(totpURI) }, begun);
    const session = cookieOf(on);
    expect([
      on.status,
      await stateOf(session),
      await lab.codeOf({ cookie: begun }, '{ hasSecondFactor }'),
    ]).toEqual([200, true, 'UNAUTHENTICATED']);
    const { backupCodes } = await codesOf(await post('two-factor/generate-backup-codes', { password: PASSWORD }, session)); // prettier-ignore

    const first = await post('sign-in/email', { email, password: PASSWORD });
    const pending = cookieOf(first);
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await lab.codeOf({ cookie: pending }, '{ hasSecondFactor }')).toBe('UNAUTHENTICATED');
    expect(
      (await post('two-factor/verify-totp', { code: '000000', trustDevice: true }, pending)).status,
    ).toBe(401);
    const [code = ''] = backupCodes;
    const entered = await post('two-factor/verify-backup-code', { code, trustDevice: true }, pending);
    expect(await stateOf(cookieOf(entered))).toBe(true);
    expect(cookieOf(entered)).not.toContain('trust');
    const again = cookieOf(await post('sign-in/email', { email, password: PASSWORD }));
    expect((await post('two-factor/verify-backup-code', { code }, again)).status).toBe(401);
    const tries = [];
    for (let n = 0; n < 5; n += 1) tries.push((await post('two-factor/verify-totp', { code: '000000' }, again)).status); // prettier-ignore
    expect(tries.at(-1)).toBe(400);

    expect((await post('two-factor/view-backup-codes', {}, session)).status).toBe(404);
    expect((await post('two-factor/get-totp-uri', { password: PASSWORD }, session)).status).toBe(404);
    const settings = adminSettings(path.join(tmpdir(), 'no-files'), lab.test.adminUrl);
    await admin(['second-factor-off', email], settings);
    await expect(admin(['second-factor-off', email], settings)).rejects.toThrow('has no second factor');
    expect(await stateOf(session)).toBe(false);
    const anew = await codesOf(await post('two-factor/enable', { password: PASSWORD }, session));
    const second = cookieOf(await post('two-factor/verify-totp', { code: totpOf(anew.totpURI) }, session));
    const off = await post('two-factor/disable', { password: PASSWORD }, second);
    expect(await stateOf(cookieOf(off))).toBe(false);
    const audited = await lab.sql<{ action: string }>(`SELECT action FROM audit_events WHERE action LIKE 'second-factor.%' ORDER BY created_at`); // prettier-ignore
    expect(audited.map(({ action }) => action)).toEqual([
      'second-factor.turned-on',
      'second-factor.codes-replaced',
      'second-factor.turned-off',
      'second-factor.turned-on',
      'second-factor.turned-off',
    ]);
    await lab.sql('DELETE FROM auth."signInTries"');
  });

  it('lets an invited person in once, with the invited address only', async () => {
    const cookie = await lab.signIn('admin@demo.holdout');
    const invited = await lab.ask<{ invite: { id: string; link: string } }>(
      { cookie },
      'mutation { invite(input: { email: "New@Example.org", role: STUDENT }) { id link } }',
    );
    const token = invitationToken(invited.data!.invite.link);
    const signUp = (email: string) =>
      fetch(`${lab.url}/auth/invitation-sign-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
        body: JSON.stringify({ token, email, name: 'New Person', password: 'a long password' }),
      });
    expect((await signUp('else@example.org')).status).toBe(404);
    expect(await lab.sql(`SELECT 1 FROM auth."user" WHERE email = 'else@example.org'`)).toHaveLength(0);
    const accepted = await signUp('new@example.org');
    expect(accepted.status).toBe(200);
    const own = accepted.headers
      .getSetCookie()
      .map((part) => part.split(';')[0])
      .join('; ');
    expect((await lab.ask({ cookie: own }, '{ viewer { name memberships { role } } }')).data).toEqual({
      viewer: { name: 'New Person', memberships: [{ role: 'STUDENT' }] },
    });
    expect((await signUp('new@example.org')).status).toBe(404);
  });

  it('adds a role by invitation to somebody who has an account', async () => {
    const cookie = await lab.signIn('admin@demo.holdout');
    const invited = await lab.ask<{ invite: { link: string } }>(
      { cookie },
      'mutation { invite(input: { email: "student@other.holdout", role: TEACHING_ASSISTANT }) { link } }',
    );
    const token = invitationToken(invited.data!.invite.link);
    const accept =
      'mutation($token: String!) { acceptInvitation(token: $token) { role organization { slug } } }';
    const wrong = await lab.signIn('manager@demo.holdout');
    expect(await lab.codeOf({ cookie: wrong }, accept, { token })).toBe('NOT_FOUND');
    const right = await lab.signIn('student@other.holdout');
    expect((await lab.ask({ cookie: right }, accept, { token })).data).toEqual({
      acceptInvitation: { role: 'TEACHING_ASSISTANT', organization: { slug: 'demo' } },
    });
    expect(await lab.codeOf({ cookie: right }, accept, { token })).toBe('NOT_FOUND');
  });

  it('masks what went wrong inside and names it by a number', async () => {
    const cookie = await lab.signIn('student@demo.holdout');
    await lab.sql('ALTER TABLE tracks RENAME TO tracks_away');
    const response = await fetch(`${lab.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: '{ track { title } }' }),
    });
    await lab.sql('ALTER TABLE tracks_away RENAME TO tracks');
    const text = await response.text();
    const { errors } = JSON.parse(text) as {
      errors: { message: string; extensions: Record<string, string> }[];
    };
    expect(errors[0]?.extensions).toEqual({
      code: 'INTERNAL',
      correlationId: response.headers.get('x-correlation-id'),
    });
    expect(text).not.toMatch(/tracks|prisma|select/i);
    expect(errors[0]?.message).toContain(response.headers.get('x-correlation-id'));
  });

  it('refuses queries that ask for too much, and says which limit', async () => {
    const cookie = await lab.signIn('student@demo.holdout');
    const aliases = Array.from({ length: 300 }, (_, index) => `a${index}: __typename`).join(' ');
    const deep = `{ run(id: "x") { ${'submission { runs { '.repeat(8)} id ${'} }'.repeat(8)} } }`;
    const dear =
      '{ runs(first: 100) { edges { node { submission { runs { phases { id name } metrics { name value low high } } } } } } }';
    for (const [query, message] of [
      [`{ ${aliases} }`, /too many aliases/],
      [deep, /nested too deeply/],
      ['{ runs(first: 1000) { edges { cursor } } }', /may be 1 to 100/],
      ['query A { viewer { id } } query B { viewer { id } }', /operation/],
      ['{ __schema { types { name } } }', /introspection/i],
      ['{ viewr { id } }', /^Cannot query field "viewr" on type "Query"\.$/],
    ] as const) {
      const { errors } = await lab.ask({ cookie }, query);
      expect(errors?.[0]?.message).toMatch(message);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(await lab.codeOf({ cookie }, dear)).toBe('ok');
    const long = `{ viewer { id } } # ${'x'.repeat(65_536)}`;
    expect(await lab.codeOf({ cookie }, long)).toBe('BAD_USER_INPUT');
    const large = await fetch(`${lab.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: '{ viewer { id } }', variables: { a: 'x'.repeat(300_000) } }),
    });
    expect(large.status).toBe(413);
  });

  it('does not act for a page of another site', async () => {
    const cookie = await lab.signIn('student@demo.holdout');
    const post = (headers: Record<string, string>) =>
      fetch(`${lab.url}/graphql`, {
        method: 'POST',
        headers: { cookie, ...headers },
        body: '{"query":"{ viewer { id } }"}',
      });
    expect((await post({ 'content-type': 'application/json', origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect((await post({ 'content-type': 'application/json', origin: 'null' })).status).toBe(403);
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({ 'content-type': 'application/json', origin: PUBLIC_URL })).status).toBe(200);
  });

  it('forgets sessions, links and addresses whose time is over, and keeps the others', async () => {
    const cookie = await lab.signIn('student@demo.holdout');
    await withClient(lab.test.adminUrl, async (client) => {
      await client.query(`
        INSERT INTO auth.session ("expiresAt", "token", "updatedAt", "ipAddress", "userId")
        SELECT now() - interval '1 second', 'over', now(), '192.0.2.1', "userId" FROM auth.session LIMIT 1;
        INSERT INTO auth.verification ("identifier", "value", "expiresAt") VALUES ('over', 'over', now() - interval '1 second');
        INSERT INTO auth."rateLimit" ("key", "count", "lastRequest") VALUES ('192.0.2.1', 1, 0)`);
      await lab.another();
      const left = async () =>
        (
          await client.query<{ left: string }>(`
            SELECT 'session' AS left FROM auth.session WHERE "token" = 'over'
            UNION ALL SELECT 'verification' FROM auth.verification WHERE "identifier" = 'over'
            UNION ALL SELECT 'address' FROM auth."rateLimit" WHERE "key" = '192.0.2.1'`)
        ).rows;
      await until(left, (rows) => rows.length === 0);
    });
    expect(await lab.codeOf({ cookie }, '{ viewer { id } }')).toBe('ok');
  });

  it('answers health without signing in and says nothing more', async () => {
    const ready = await fetch(`${lab.url}/health/ready`);
    expect(await ready.json()).toEqual({
      status: 'ok',
      checks: { database: 'ok', schema: 'ok', auth: 'ok', uploads: 'ok' },
    });
  });
});

import { createDatabase } from '@holdout/db';
import { ApiLab, DEMO } from '../support/api-lab.js';
import { walkedOperations } from '../support/walked-operations.js';

const START =
  'mutation ($id: ID!, $reason: String!) { startImpersonation(membershipId: $id, reason: $reason) }';
const STOP = 'mutation { stopImpersonation }';
const WHO = '{ viewer { name isOperator impersonatedUntil memberships { role } } }';
const REASON = 'A page that Sam wrote to us about.';
const STUDENT = 'student@demo.holdout';
const THEIRS_ALONE = ['apiKeys', 'sessions', 'passkeys', 'hasSecondFactor', 'ownDataExportsLeft'];

let lab: ApiLab;
let admin: { cookie: string };
let student: { cookie: string };
let membership: string;

const start = (headers: object, id = membership, reason = REASON) =>
  lab.codeOf({ ...headers }, START, { id, reason });
const nameOf = async (headers: object) => {
  const { data } = await lab.ask<{ viewer: { name: string } | null }>({ ...headers }, WHO);
  return data?.viewer?.name;
};
async function membershipOf(email: string): Promise<string> {
  const [row] = await lab.sql<{ id: string }>(
    `SELECT m.id FROM memberships m JOIN auth."user" u ON u.id::uuid = m.user_id WHERE u.email = $1 LIMIT 1`,
    [email],
  );
  return row?.id ?? '';
}

beforeAll(async () => {
  lab = await ApiLab.start();
  const cookies = await lab.signInAll({ admin: 'admin@demo.holdout', student: STUDENT });
  admin = { cookie: cookies.admin };
  student = { cookie: cookies.student };
  membership = await membershipOf(STUDENT);
});
afterAll(() => lab.stop());
afterEach(() => lab.ask(admin, STOP));

it('shows an admin what a student sees, in that session alone', async () => {
  const elsewhere = { cookie: await lab.signIn('admin@demo.holdout') };
  const made = await lab.ask<{ createApiKey: { secret: string } }>(
    admin,
    'mutation { createApiKey(name: "ci") { secret } }',
  );
  const key = { 'x-api-key': made.data?.createApiKey.secret ?? '' };
  expect(await start(key)).toBe('FORBIDDEN');
  expect(await start(admin)).toBe('ok');
  expect((await lab.ask(admin, WHO)).data).toEqual({
    viewer: {
      name: 'Sam Okafor',
      isOperator: false,
      memberships: [{ role: 'STUDENT' }],
      impersonatedUntil: expect.any(String) as string,
    },
  });
  expect(await lab.codeOf(admin, '{ myCredentials { id } }')).toBe('ok');
  expect(await lab.codeOf(admin, '{ memberships { nodes { id } } }')).toBe('FORBIDDEN');
  expect([await nameOf(elsewhere), await nameOf(key)]).toEqual(['Ada Novak', 'Ada Novak']);
});

it('reads, and nothing else: no change, nothing that is theirs alone, no file handed in', async () => {
  await start(admin);
  const operations = walkedOperations({ id: '00000000-0000-7000-8000-000000000000', slug: 'nothing' });
  for (const { kind, name, document, variables } of operations) {
    if (kind === 'subscription' || /^(stopImpersonation|openShareLink)$/.test(name)) continue;
    const code = await lab.codeOf(admin, document, variables);
    expect(`${name}: ${code}`).toMatch(
      kind === 'mutation' || THEIRS_ALONE.includes(name)
        ? `${name}: FORBIDDEN`
        : new RegExp(`^${name}: (ok|NOT_FOUND|FORBIDDEN|BAD_USER_INPUT)$`),
    );
  }
  expect((await lab.beginUpload(admin, 10)).status).toBe(403);
  expect((await fetch(`${lab.url}/files/own-data`, { headers: admin })).status).toBe(403);
  const database = createDatabase({ url: lab.test.apiUrl, max: 1 });
  const context = { organizationId: DEMO, userId: null, isReadOnly: true };
  await expect(
    database.inTenant(context, (tx) => tx.$executeRaw`UPDATE portfolios SET headline = 'x'`),
  ).rejects.toThrow(/read-only transaction/);
  await database.close();
});

it('is told to the student, with the reason, and is on record from begin to end', async () => {
  await lab.sql(
    `SET session_replication_role = replica; DELETE FROM audit_events; DELETE FROM impersonations; DELETE FROM notifications`,
  );
  await start(admin);
  for (let times = 0; times < 2; times += 1) await lab.ask(admin, '{ myCredentials { id } }');
  expect(await lab.codeOf(admin, STOP)).toBe('ok');
  expect(await nameOf(admin)).toBe('Ada Novak');
  const audited = await lab.sql<{ action: string; detail: { what?: string } }>(
    `SELECT action, detail FROM audit_events ORDER BY id`,
  );
  expect(audited.map(({ action, detail }) => [action, detail.what])).toEqual([
    ['impersonation.started', undefined],
    ['impersonation.looked', 'myCredentials {}'],
    ['impersonation.stopped', undefined],
  ]);
  const { data } = await lab.ask(
    student,
    '{ impersonations { adminName reason } notifications(first: 1) { notifications { kind } } }',
  );
  expect(data).toEqual({
    impersonations: [{ adminName: 'Ada Novak', reason: REASON }],
    notifications: { notifications: [{ kind: 'IMPERSONATED' }] },
  });
  const fellow = { cookie: await lab.signIn('sample@demo.holdout') };
  expect((await lab.ask(fellow, '{ impersonations { id } }')).data).toEqual({ impersonations: [] });
});

it.each([
  ['when its time is over', `UPDATE impersonations SET expires_at = now()`, ''],
  [
    'once the student is more than that',
    `INSERT INTO memberships (id, organization_id, user_id, role) SELECT gen_random_uuid(), organization_id, user_id, 'INSTRUCTOR'
     FROM memberships WHERE id = '$ID'`,
    `DELETE FROM memberships WHERE role = 'INSTRUCTOR' AND user_id = (SELECT user_id FROM memberships WHERE id = '$ID')`,
  ],
])('ends %s', async (_, happening, undone) => {
  await start(admin);
  expect(await nameOf(admin)).toBe('Sam Okafor');
  await lab.sql(`SET session_replication_role = replica; ${happening.replace('$ID', membership)}`);
  expect(await nameOf(admin)).toBe('Ada Novak');
  await lab.sql(`SET session_replication_role = replica; ${undone.replace('$ID', membership)}`);
});

it('is refused for anyone but a student, without a reason, and to whoever is no admin', async () => {
  for (const email of ['admin', 'operator', 'instructor', 'ta', 'manager'])
    expect([email, await start(admin, await membershipOf(`${email}@demo.holdout`))]).toEqual([
      email,
      'FORBIDDEN',
    ]);
  expect(await start(admin, await membershipOf('student@other.holdout'))).toBe('NOT_FOUND');
  expect(await start(admin, membership, ' ')).toBe('BAD_USER_INPUT');
  expect(await start(admin, membership, 'x'.repeat(501))).toBe('BAD_USER_INPUT');
  expect(await start(student)).toBe('FORBIDDEN');
  expect(await start({ cookie: await lab.signIn('instructor@demo.holdout') })).toBe('FORBIDDEN');
  expect(await nameOf(admin)).toBe('Ada Novak');
});

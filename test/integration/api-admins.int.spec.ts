import type { RosterReport } from '@holdout/domain';
import { ApiLab, SUBMIT } from '../support/api-lab.js';
import { invitationToken } from '../support/invitation-token.js';
import { fleetCases } from './fleet.cases.js';

let lab: ApiLab;
let cookies: Record<'admin' | 'operator' | 'student' | 'stranger', string>;

beforeAll(async () => {
  lab = await ApiLab.start();
  cookies = await lab.signInAll({
    admin: 'admin@demo.holdout',
    operator: 'operator@demo.holdout',
    student: 'student@demo.holdout',
    stranger: 'student@other.holdout',
  });
});
afterAll(() => lab.stop());

/** Hands in as this person; answers the run. */
async function handIn(who: 'student' | 'stranger'): Promise<string> {
  const headers = { cookie: cookies[who] };
  const { data, errors } = await lab.ask<{ submit: { runs: { id: string }[] } }>(headers, SUBMIT, {
    uploadId: await lab.upload(headers),
  });
  const id = data?.submit.runs[0]?.id;
  if (!id) throw new Error(errors?.[0]?.message);
  return id;
}

describe('the fleet', () => fleetCases({ lab: () => lab, cookies: () => cookies, handIn }));

describe('quotas', () => {
  beforeEach(async () => {
    await lab.forgetRuns();
    await lab.sql('DELETE FROM quotas');
  });

  const SET = 'mutation ($input: QuotaInput!) { setQuota(input: $input) { id scope name isExpired } }';
  const set = (input: object) =>
    lab.ask<{ setQuota: { id: string; scope: string; name: string | null } }>(
      { cookie: cookies.admin },
      SET,
      {
        input: { reason: 'a test', ...input },
      },
    );
  const own = async () =>
    (await lab.ask<{ ownQuota: object[] }>({ cookie: cookies.student }, '{ ownQuota { what limit used } }'))
      .data?.ownQuota;
  const refusal = () =>
    handIn('student').then(
      () => null,
      (error: Error) => error.message,
    );
  const sam = async () => {
    const [row] = await lab.sql<{ id: string }>(
      `SELECT id FROM memberships WHERE user_id = '0193a000-0000-7000-8000-000000001001' AND role = 'STUDENT'`,
    );
    return row?.id;
  };

  it('of a cohort holds for each of its students when they hand in, and shows what is used', async () => {
    const [cohort] = await lab.sql<{ id: string }>(`SELECT id FROM cohorts WHERE slug = 'autumn'`);
    const { data } = await set({ cohortId: cohort?.id, runsPerDay: 1 });
    expect(data?.setQuota).toMatchObject({ scope: 'COHORT', name: 'Autumn cohort' });
    await handIn('student');
    expect(await own()).toEqual([{ what: 'RUNS', limit: 1, used: 1 }]);
    expect(await refusal()).toMatch(
      /^Your 1 runs for today are used up\. Hand in again after .*T00:00:00\.000Z/,
    );
    await handIn('stranger');
    await lab.sql(`UPDATE cohorts SET archived_at = now() WHERE slug = 'autumn'`);
    expect(await own()).toEqual([]);
    await lab.sql(`UPDATE cohorts SET archived_at = NULL WHERE slug = 'autumn'`);
  });

  it('of a student goes before their cohort’s, until it ends', async () => {
    const [cohort] = await lab.sql<{ id: string }>(`SELECT id FROM cohorts WHERE slug = 'autumn'`);
    await set({ cohortId: cohort?.id, runsPerDay: 0 });
    const exception = await set({
      membershipId: await sam(),
      runsPerDay: 5,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    expect(exception.data?.setQuota.scope).toBe('STUDENT');
    await handIn('student');
    await lab.sql(`UPDATE quotas SET expires_at = now() - interval '1 minute' WHERE user_id IS NOT NULL`);
    expect(await refusal()).toMatch('Your 0 runs for today are used up');
  });

  it('of the organization counts seconds and bytes of everybody', async () => {
    await set({ storageBytes: 3000 });
    await handIn('student');
    expect(await refusal()).toMatch('The 3000 bytes of storage of your organization do not hold another');
    await lab.sql('DELETE FROM quotas');
    await set({ cpuSeconds: 100 });
    await lab.sql(`SELECT follow_queue()`);
    await lab.sql(`UPDATE fair_queue.organizations SET spent = 100 WHERE resource = 'CPU'`);
    expect(await refusal()).toMatch('The 100 CPU-seconds of your organization for today are used up');
  });

  it('is refused where it says nothing, too much or something of another organization, and is audited', async () => {
    const codes = [];
    for (const input of [
      {},
      { runsPerDay: -1 },
      { parallelRuns: 0 },
      { runsPerDay: 1, expiresAt: '2020-01-01T00:00:00Z' },
      { runsPerDay: 1, membershipId: '00000000-0000-7000-8000-000000000000' },
    ])
      codes.push((await set(input)).errors?.[0]?.extensions.code);
    expect(codes).toEqual([...Array<string>(4).fill('BAD_USER_INPUT'), 'NOT_FOUND']);
    const { data } = await set({ parallelRuns: 4 });
    const remove = 'mutation ($id: ID!) { removeQuota(id: $id) }';
    expect(await lab.codeOf({ cookie: cookies.admin }, remove, { id: data?.setQuota.id })).toBe('ok');
    const audited = await lab.sql<{ action: string }>(
      `SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id`,
      [data?.setQuota.id],
    );
    expect(audited.map(({ action }) => action)).toEqual(['quota.set', 'quota.removed']);
  });
});

describe('a roster', () => {
  const post = (csv: string, more: Record<string, string> = {}, query = '?isDryRun=false') =>
    fetch(`${lab.url}/files/roster${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', cookie: cookies.admin, ...more },
      body: csv,
    });
  async function imported(csv: string, isDryRun = false): Promise<RosterReport> {
    const response = await post(csv, {}, `?isDryRun=${isDryRun}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    return (await response.json()) as RosterReport;
  }
  const count = async () => (await lab.sql('SELECT 1 FROM invitations')).length;
  const CSV = [
    'email,role,cohort',
    'one@new.holdout,,autumn',
    'two@new.holdout,instructor,',
    'three@new.holdout,student,nowhere',
    'nobody,student,',
  ].join('\n');

  it('is tried without writing anything, row by row', async () => {
    const before = await count();
    const { rows, ...counts } = await imported(CSV, true);
    expect(counts).toEqual({
      isDryRun: true,
      importId: null,
      invited: 2,
      placed: 0,
      unchanged: 0,
      refused: 2,
      mailed: 0,
      ignored: [],
    });
    expect(rows.map(({ line, result, link }) => [line, result, link])).toEqual([
      [2, 'INVITED', null],
      [3, 'INVITED', null],
      [4, 'REFUSED', null],
      [5, 'REFUSED', null],
    ]);
    expect(rows[2]?.problem).toBe('There is no cohort "nowhere". Write its name, or leave it out.');
    expect(await count()).toBe(before);
  });

  it('invites each once, however often it is imported', async () => {
    const before = await count();
    const first = await imported(CSV);
    expect(first.rows.map(({ link }) => (link ? invitationToken(link).length : undefined))).toEqual([
      43,
      43,
      undefined,
      undefined,
    ]);
    const again = await imported(CSV);
    expect(again).toMatchObject({ invited: 0, unchanged: 2, refused: 2 });
    expect(await count()).toBe(before + 2);
    expect(await lab.sql(`SELECT 1 FROM audit_events WHERE action = 'roster.imported'`)).toHaveLength(2);
  });

  it('puts who is here, or invited, into the cohort of their row, and brings back nobody who was removed', async () => {
    await lab.sql(
      `INSERT INTO cohorts (id, organization_id, track_id, slug, name)
       SELECT gen_random_uuid(), organization_id, track_id, 'evening', 'Evening' FROM cohorts WHERE slug = 'autumn'`,
    );
    await lab.sql(
      `INSERT INTO invitations (id, organization_id, email_hash, role, token_hash, status, invited_by_id, expires_at)
       SELECT gen_random_uuid(), i.organization_id, i.email_hash, 'HIRING_MANAGER', 'gone', 'ACCEPTED', i.invited_by_id, now()
       FROM invitations i JOIN cohorts c ON c.id = i.cohort_id WHERE c.slug = 'autumn' ORDER BY i.created_at LIMIT 1`,
    );
    const csv = [
      'email,role,cohort,Street',
      'STUDENT@demo.holdout,,evening,1 High Street',
      'one@new.holdout,,Evening,',
      'one@new.holdout,hiring manager,,',
      'ta@demo.holdout,teaching assistant,,',
    ].join('\n');
    const inEvening = () =>
      lab.sql(
        `SELECT e.user_id FROM enrollments e JOIN cohorts c ON c.id = e.cohort_id WHERE c.slug = 'evening'
         UNION ALL SELECT i.id FROM invitations i JOIN cohorts c ON c.id = i.cohort_id WHERE c.slug = 'evening'`,
      );
    const tried = await imported(csv, true);
    expect(tried.rows.map(({ result }) => result)).toEqual(['PLACED', 'PLACED', 'REFUSED', 'UNCHANGED']);
    expect(tried.rows[2]?.problem).toMatch(/have it no longer. Invite them by hand/);
    expect(tried.ignored).toEqual(['Street']);
    expect(await inEvening()).toHaveLength(0);
    expect(await imported(csv)).toMatchObject({ invited: 0, placed: 2, unchanged: 1, refused: 1 });
    expect(await inEvening()).toHaveLength(2);
    expect(await imported(csv)).toMatchObject({ invited: 0, placed: 0, unchanged: 3, refused: 1 });
  });

  it('may have ten thousand rows', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `student-${i}@large.holdout,student,autumn`);
    const { invited } = await imported(['email,role,cohort', ...lines].join('\n'));
    expect(invited).toBe(10_000);
  });

  it('is taken from own pages and from keys, as CSV, and no larger than it has to be', async () => {
    const status = async (...sent: Parameters<typeof post>) => (await post(...sent)).status;
    const { data } = await lab.ask<{ createApiKey: { secret: string } }>(
      { cookie: cookies.admin },
      'mutation { createApiKey(name: "roster") { secret } }',
    );
    const key = { cookie: '', 'x-api-key': data?.createApiKey.secret ?? '' };
    expect(await status(CSV, key)).toBe(200);
    expect(await status(CSV, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await status('"email"', { 'content-type': 'application/json' })).toBe(400);
    expect(await status(CSV, { 'content-type': 'text/plain' })).toBe(400);
    expect(await status(CSV, {}, '?isDryRun=maybe')).toBe(400);
    expect(await status(`email\n${'x'.repeat(1024 * 1024)}`)).toBe(413);
    const tries = await Promise.all(Array.from({ length: 40 }, () => status(CSV, key, '?isDryRun=true')));
    expect(tries).toContain(429);
  });
});

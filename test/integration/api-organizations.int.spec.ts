import { ApiLab, DEMO, SUBMIT } from '../support/api-lab.js';
import { withClient } from '../support/database.js';
import { admin, adminSettings } from '../support/holdout-admin.js';
import { invitationToken } from '../support/invitation-token.js';

let lab: ApiLab;
let cookies: Record<'operator' | 'admin' | 'student' | 'ta' | 'stranger', string>;

beforeAll(async () => {
  lab = await ApiLab.start();
  cookies = await lab.signInAll({
    operator: 'operator@demo.holdout',
    admin: 'admin@demo.holdout',
    student: 'student@demo.holdout',
    ta: 'ta@demo.holdout',
    stranger: 'instructor@other.holdout',
  });
});
afterAll(() => lab.stop());

type Who = keyof typeof cookies;
const as = (who: Who, organization?: string): Record<string, string> => ({
  cookie: cookies[who],
  ...(organization && { 'x-holdout-organization': organization }),
});

async function asked<T>(headers: Record<string, string>, query: string, variables = {}): Promise<T> {
  const { data, errors } = await lab.ask<T>(headers, query, variables);
  if (!data) throw new Error(errors?.[0]?.message);
  return data;
}

const CREATE = `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { organizationId link } }`;
const ARCHIVE = `mutation ($id: ID!, $is: Boolean!) { archiveOrganization(id: $id, isArchived: $is) }`;
const ORGANIZATIONS = `query ($search: String, $first: Int, $after: String) { organizations(search: $search, first: $first, after: $after) {
  organizations { id slug name weight archivedAt members administrators openRuns } pageInfo { hasNextPage endCursor } } }`;
interface Page {
  organizations: {
    organizations: {
      id: string;
      slug: string;
      name: string;
      weight: number;
      archivedAt: string | null;
      openRuns: number;
      administrators: number;
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
const actionsOf = (organizationId: string) =>
  lab.sql<{ action: string; actor: string | null }>(
    `SELECT action, actor_id AS actor FROM audit_events WHERE organization_id = $1 ORDER BY id`,
    [organizationId],
  );

describe('an operator', () => {
  let id: string;
  let link: string;

  it('makes an organization with the roadmap of the platform and an administrator of its own', async () => {
    const input = {
      name: 'Südlicht Akademie',
      slug: null,
      email: 'instructor@other.holdout',
      hasShippedRoadmap: true,
    };
    const { createOrganization } = await asked<{
      createOrganization: { organizationId: string; link: string };
    }>(as('operator'), CREATE, { input });
    ({ organizationId: id, link } = createOrganization);
    const shown = () =>
      lab.ask({}, 'query ($token: String!) { invitedTo(token: $token) { organizationName role logoUrl } }', {
        token: invitationToken(link),
      });
    expect((await shown()).data).toEqual({
      invitedTo: { organizationName: 'Südlicht Akademie', role: 'ADMIN', logoUrl: null },
    });
    const accepted = await asked<{ acceptInvitation: { role: string; organization: { slug: string } } }>(
      as('stranger'),
      'mutation ($token: String!) { acceptInvitation(token: $token) { role organization { slug } } }',
      { token: invitationToken(link) },
    );
    expect(accepted.acceptInvitation).toEqual({ role: 'ADMIN', organization: { slug: 'sudlicht-akademie' } });
    expect((await shown()).data).toEqual({ invitedTo: null });
    const TRACK =
      '{ track { stages { slug title lessons { slug } } diagrams { slug } } cohorts { slug } assignments { slug } }';
    const ours = await asked<{ track: { stages: object[] }; cohorts: object[]; assignments: object[] }>(
      as('stranger', 'sudlicht-akademie'),
      TRACK,
    );
    const demo = await asked<{ track: { stages: object[] } }>(as('admin'), TRACK);
    expect(ours.track.stages.length).toBeGreaterThan(4);
    expect(ours.track).toEqual(demo.track);
    expect(ours.cohorts).toEqual([]);
    expect(ours.assignments).toEqual([]);
    const { auditLog } = await asked<{ auditLog: { events: { action: string; actor: { name: string } }[] } }>(
      as('stranger', 'sudlicht-akademie'),
      '{ auditLog { events { action actor { name } } } }',
    );
    expect(auditLog.events.find(({ action }) => action === 'organization.created')?.actor.name).toBe(
      'An operator of this deployment',
    );
    expect((await actionsOf(id)).map(({ action }) => action)).toEqual([
      'organization.created',
      'invitation.created',
      'invitation.accepted',
    ]);
  });

  it('makes one that begins empty, and is refused what cannot be', async () => {
    const input = { name: 'Empty House', email: 'head@empty.holdout', hasShippedRoadmap: false };
    const made = await asked<{ createOrganization: { organizationId: string } }>(as('operator'), CREATE, {
      input,
    });
    const rows = await lab.sql(
      `SELECT t.slug, (SELECT count(*)::int FROM stages s WHERE s.track_id = t.id) AS stages FROM tracks t WHERE organization_id = $1`,
      [made.createOrganization.organizationId],
    );
    expect(rows).toEqual([{ slug: 'roadmap', stages: 0 }]);
    const codes: unknown[] = [];
    for (const wrong of [
      { slug: 'demo' },
      { slug: 'No Slug' },
      { name: ' ' },
      { name: '漢字' },
      { email: 'nobody' },
    ]) {
      const { errors } = await lab.ask(as('operator'), CREATE, {
        input: { ...input, slug: 'new', ...wrong },
      });
      codes.push(errors?.[0]?.extensions.code ?? 'ok');
    }
    // A name without a letter of an address takes one that is given.
    expect(codes).toEqual(['CONFLICT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'ok', 'BAD_USER_INPUT']);
  });

  it('finds organizations by name and slug, page by page', async () => {
    const first = await asked<Page>(as('operator'), ORGANIZATIONS, { first: 2 });
    const { endCursor: after } = first.organizations.pageInfo;
    const next = await asked<Page>(as('operator'), ORGANIZATIONS, { first: 2, after });
    const names = [...first.organizations.organizations, ...next.organizations.organizations].map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Brightwater Labs', 'Empty House', 'Holdout Demo School', 'Northfield Institute']);
    expect(first.organizations.pageInfo.hasNextPage).toBe(true);
    const found = await asked<Page>(as('operator'), ORGANIZATIONS, { search: 'SUDL' });
    expect(found.organizations.organizations).toMatchObject([{ id, administrators: 1, weight: 1 }]);
    expect(await lab.codeOf(as('operator'), ORGANIZATIONS, { after: 'nothing' })).toBe('NOT_FOUND');
    for (const odd of ['%', "'; DROP TABLE runs", '\\'])
      expect(
        (await asked<Page>(as('operator'), ORGANIZATIONS, { search: odd })).organizations.organizations,
      ).toEqual([]);
  });

  it('names and weighs one, on record in its own log', async () => {
    const change = 'mutation ($input: ChangeOrganizationInput!) { changeOrganization(input: $input) }';
    await asked(as('operator'), change, { input: { id, name: 'Südlicht', weight: 2.5 } });
    const found = await asked<Page>(as('operator'), ORGANIZATIONS, { search: 'Südlicht' });
    expect(found.organizations.organizations).toMatchObject([{ name: 'Südlicht', weight: 2.5 }]);
    for (const weight of [0, -1, 101])
      expect(await lab.codeOf(as('operator'), change, { input: { id, name: 'x', weight } })).toBe(
        'BAD_USER_INPUT',
      );
    const unknown = { id: '0193a000-0000-7000-8000-00000000ffff', name: 'x', weight: 1 };
    expect(await lab.codeOf(as('operator'), change, { input: unknown })).toBe('NOT_FOUND');
    const [changed] = await lab.sql<{ detail: object }>(
      `SELECT detail FROM audit_events WHERE organization_id = $1 AND action = 'organization.changed'`,
      [id],
    );
    expect(changed?.detail).toEqual({
      before: { name: 'Südlicht Akademie', weight: 1 },
      after: { name: 'Südlicht', weight: 2.5 },
    });
  });

  it('archives one: nobody enters it from the next request on, and all comes back with it', async () => {
    const headers = as('stranger', 'sudlicht-akademie');
    const { invite } = await asked<{ invite: { link: string } }>(
      headers,
      'mutation { invite(input: { email: "student@demo.holdout", role: STUDENT }) { link } }',
    );
    const issuer = () => fetch(`${lab.url}/issuers/sudlicht-akademie`).then(({ status }) => status);
    const join = () =>
      lab.codeOf(as('student'), 'mutation ($token: String!) { acceptInvitation(token: $token) { role } }', {
        token: invitationToken(invite.link),
      });
    const before = await issuer();
    expect(await lab.codeOf(as('operator'), ARCHIVE, { id, is: true })).toBe('ok');
    expect(await lab.codeOf(as('operator'), ARCHIVE, { id, is: true })).toBe('CONFLICT');
    expect(await lab.codeOf(headers, '{ memberships { nodes { id } } }')).toBe('FORBIDDEN');
    expect(await lab.codeOf(as('stranger'), '{ cohorts { slug } }')).toBe('ok');
    expect(await join()).toBe('NOT_FOUND');
    expect(await issuer()).toBe(before);
    const invites =
      'mutation ($id: ID!) { inviteAdministrator(id: $id, email: "more@sud.holdout") { link } }';
    expect(await lab.codeOf(as('operator'), invites, { id })).toBe('CONFLICT');
    expect(await lab.codeOf(as('operator'), ARCHIVE, { id, is: false })).toBe('ok');
    expect(await lab.codeOf(headers, '{ memberships { nodes { id } } }')).toBe('ok');
    expect(await join()).toBe('ok');
    expect(await lab.codeOf(as('operator'), invites, { id })).toBe('ok');
    expect((await actionsOf(id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['organization.archived', 'organization.restored']),
    );
  });

  it('archives one: nobody hears of it by mail any more', async () => {
    const [mail] = await lab.sql<{ id: string }>(
      `WITH told AS (INSERT INTO notifications (organization_id, user_id, kind, assignment_id)
         SELECT a.organization_id, m.user_id, 'DUE_SOON', a.id FROM assignments a
         JOIN memberships m ON m.organization_id = a.organization_id AND m.role = 'STUDENT'
         WHERE a.slug = 'tabular-risk' AND a.organization_id = $1 LIMIT 1 RETURNING id, user_id)
       INSERT INTO outgoing_mail (recipient_id, kind, notification_id, expires_at)
       SELECT user_id, 'NOTIFICATION', id, now() + interval '1 day' FROM told RETURNING id`,
      [DEMO],
    );
    const recipients = async () =>
      (await lab.sql('SELECT address FROM mail_recipient($1)', [mail?.id])).length;
    expect(await recipients()).toBe(1);
    await asked(as('operator'), ARCHIVE, { id: DEMO, is: true });
    expect(await recipients()).toBe(0);
    await asked(as('operator'), ARCHIVE, { id: DEMO, is: false });
  });

  it('archives one with runs under way: they stay in the queue, and are told of', async () => {
    const headers = as('student', 'demo');
    await asked(headers, SUBMIT, { uploadId: await lab.upload(headers) });
    const shown = async () =>
      (await asked<Page>(as('operator', 'other'), ORGANIZATIONS, { search: 'demo' })).organizations
        .organizations[0];
    expect(await shown()).toMatchObject({ slug: 'demo', openRuns: 1 });
    await asked(as('operator'), ARCHIVE, { id: DEMO, is: true });
    expect(await lab.codeOf(headers, '{ runs { edges { cursor } } }')).toBe('FORBIDDEN');
    expect(await shown()).toMatchObject({ openRuns: 1 });
    const claim = `SELECT run_id FROM claim_next_run('w', 60, '{cpu,image:light,image:scorer}')`;
    await lab.sql(`INSERT INTO workers (id, hostname, labels, concurrency, started_at, seen_at)
      VALUES ('w', 'host', '{cpu,image:light,image:scorer}', 2, now(), now())`);
    expect(await lab.sql(claim)).toHaveLength(1);
    await asked(as('operator'), ARCHIVE, { id: DEMO, is: false });
    expect(await lab.codeOf(headers, '{ runs { edges { cursor } } }')).toBe('ok');
  });
});

describe('who operates the deployment', () => {
  it('is said on its own machine, from the next request on, and stands in the logs of the deployment and of their organizations', async () => {
    const settings = adminSettings(lab.folder, lab.test.adminUrl);
    const operator = (...args: string[]) => admin(['operator', ...args], settings);
    expect(await lab.codeOf(as('ta'), ORGANIZATIONS)).toBe('FORBIDDEN');
    expect(await operator('TA@demo.holdout')).toMatch(/operates this deployment/);
    expect(await lab.codeOf(as('ta'), ORGANIZATIONS)).toBe('ok');
    await expect(operator('ta@demo.holdout')).rejects.toThrow(/an operator already/);
    await operator('ta@demo.holdout', '--remove');
    expect(await lab.codeOf(as('ta'), ORGANIZATIONS)).toBe('FORBIDDEN');
    await expect(operator('nobody@demo.holdout')).rejects.toThrow(/Nobody who ever joined/);
    expect((await actionsOf(DEMO)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['operator.made', 'operator.unmade']),
    );
    const log = '{ deploymentLog { events { action actor { id } } } }';
    expect(
      (await asked<{ deploymentLog: { events: object[] } }>(as('operator'), log)).deploymentLog.events,
    ).toEqual([
      { action: 'operator.unmade', actor: null },
      { action: 'operator.made', actor: null },
    ]);
  });
});

describe('what the database holds back from an administrator', () => {
  it.each([
    `SELECT count(*)::int AS n FROM watched_organizations('', NULL, 100)`,
    `SELECT count(*)::int AS n FROM settle_organization('${DEMO}', 'mine', 100)`,
    `SELECT archive_organization('${DEMO}', true)::int AS n`,
  ])('%s', async (statement) => {
    const [person] = await lab.sql<{ id: string }>(
      `SELECT id FROM auth.user WHERE email = 'admin@demo.holdout'`,
    );
    const [row] = await withClient(lab.test.apiUrl, async (client) => {
      await client.query(`SELECT set_config('app.user_id', $1, false)`, [person?.id]);
      return (await client.query<{ n: number }>(statement)).rows;
    });
    expect(row?.n).toBe(0);
  });
});

describe('an administrator', () => {
  const SETTINGS = '{ organizationSettings { name accent logoUrl } viewer { branding { accent logoUrl } } }';
  const post = (who: Who, body: Uint8Array<ArrayBuffer>, type = 'image/png') =>
    fetch(`${lab.url}/files/logos`, { method: 'POST', headers: { ...as(who), 'content-type': type }, body });
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

  it('names and colours their organization, and every page knows', async () => {
    const set =
      'mutation ($input: OrganizationSettingsInput!) { setOrganizationSettings(input: $input) { name } }';
    await asked(as('admin'), set, { input: { name: 'Demo of Holdout', accent: 'PLUM' } });
    expect(
      await asked(as('student', 'demo'), '{ viewer { organization { name } branding { accent logoUrl } } }'),
    ).toEqual({
      viewer: { organization: { name: 'Demo of Holdout' }, branding: { accent: 'PLUM', logoUrl: null } },
    });
    expect(await lab.codeOf(as('admin'), set, { input: { name: '  ', accent: 'TEAL' } })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('gives it a logo, which is a picture and small, and takes it away', async () => {
    expect((await post('admin', PNG)).status).toBe(204);
    const { organizationSettings: shown } = await asked<{ organizationSettings: { logoUrl: string } }>(
      as('admin'),
      SETTINGS,
    );
    const logo = await fetch(lab.url + shown.logoUrl);
    expect([logo.status, logo.headers.get('content-type'), (await logo.bytes()).length]).toEqual([
      200,
      'image/png',
      11,
    ]);
    const svg = new TextEncoder().encode('<svg onload="alert(1)"/>');
    expect((await post('admin', svg)).status).toBe(400);
    const refused = await post('admin', svg, 'image/svg+xml');
    expect(refused.status).toBe(415);
    expect(await refused.json()).toMatchObject({
      error: { code: 'BAD_USER_INPUT', message: 'Content of image/svg+xml is not accepted here.' },
    });
    const large = new Uint8Array(128 * 1024 + 1);
    large.set(PNG);
    expect((await post('admin', large)).status).toBe(400);
    expect((await post('student', PNG)).status).toBe(403);
    await asked(as('admin'), 'mutation { removeLogo { logoUrl } }');
    expect((await fetch(lab.url + shown.logoUrl)).status).toBe(404);
    const actions = (await actionsOf(DEMO)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['organization.logo-set', 'organization.logo-removed']));
  });
});

import { ApiLab, DEMO } from '../support/api-lab.js';
import { AUTHORING_ACCESS } from '../support/authoring-access.js';
import { apiRoutes } from '../support/api-routes.js';
import { MEMBERS, COHORT_WORK_ACCESS, ROUTES, RUN_READERS, type Access } from '../support/route-access.js';
import { DemoObjects, OBJECT, SECRET } from '../support/demo-objects.js';
import { CHECKED_BY_OPERATORS, ORGANIZATION_ACCESS } from '../support/organization-access.js';
import { MORE_THAN_ROWS } from '../support/more-than-rows.js';
import { PEOPLE_ACCESS } from '../support/people-access.js';
import { BY_ADDRESS, PORTFOLIO_ACCESS } from '../support/portfolio-access.js';
import { SINGLE_SIGN_ON_ACCESS } from '../support/single-sign-on-access.js';
import { socketCode } from '../support/socket-code.js';
import { walkedOperations, type WalkedOperation } from '../support/walked-operations.js';

const NIL = '00000000-0000-7000-8000-000000000000';
const operations = walkedOperations({ id: NIL, slug: 'nothing-of-this' });

const GRADERS = ['TEACHING_ASSISTANT', 'INSTRUCTOR'];

/** Who may use each operation. A new operation has to be entered here. */
const ACCESS: Record<string, Access> = {
  viewer: 'public',
  stopImpersonation: 'public',
  startImpersonation: ['ADMIN'],
  impersonations: ['STUDENT'],
  ...PORTFOLIO_ACCESS,
  ...AUTHORING_ACCESS,
  apiKeys: 'signed-in',
  createApiKey: 'signed-in',
  revokeApiKey: 'signed-in',
  sessions: 'signed-in',
  revokeSession: 'signed-in',
  ownDataExportsLeft: 'signed-in',
  passkeys: 'signed-in',
  ...SINGLE_SIGN_ON_ACCESS,
  hasSecondFactor: 'signed-in',
  removePasskey: 'signed-in',
  deleteAccount: 'signed-in',
  acceptInvitation: 'signed-in',
  invitedTo: 'public',
  track: MEMBERS,
  stage: MEMBERS,
  lesson: MEMBERS,
  searchLessons: MEMBERS,
  assignments: MEMBERS,
  assignment: MEMBERS,
  run: RUN_READERS,
  runs: RUN_READERS,
  runLog: RUN_READERS,
  runChanged: RUN_READERS,
  runLogAppended: RUN_READERS,
  leaderboard: RUN_READERS,
  cohorts: RUN_READERS,
  submit: RUN_READERS,
  cancelRun: RUN_READERS,
  cohortPlan: ['INSTRUCTOR'],
  setAssignmentDates: ['INSTRUCTOR'],
  grantExtension: ['INSTRUCTOR'],
  withdrawExtension: ['INSTRUCTOR'],
  setLateDays: ['INSTRUCTOR'],
  makeGroup: ['INSTRUCTOR'],
  changeGroup: ['INSTRUCTOR'],
  removeGroup: ['INSTRUCTOR'],
  reviewQueues: GRADERS,
  reviewQueue: GRADERS,
  firstToReview: GRADERS,
  review: GRADERS,
  savedComments: GRADERS,
  gradeCriterion: GRADERS,
  finishReview: GRADERS,
  reopenReview: GRADERS,
  addReviewComment: GRADERS,
  deleteReviewComment: GRADERS,
  saveComment: GRADERS,
  deleteSavedComment: GRADERS,
  announce: ['INSTRUCTOR'],
  announcements: ['STUDENT'],
  cohortAnnouncements: ['INSTRUCTOR'],
  cohortAnalytics: ['INSTRUCTOR'],
  cohortGrades: ['INSTRUCTOR'],
  setGradesHeld: ['INSTRUCTOR'],
  rubric: ['INSTRUCTOR'],
  rubricImpact: ['INSTRUCTOR'],
  reviseRubric: ['INSTRUCTOR'],
  ...COHORT_WORK_ACCESS,
  reviewAgreement: ['INSTRUCTOR'],
  graders: ['INSTRUCTOR'],
  setReviewPolicy: ['INSTRUCTOR'],
  shareReviews: ['INSTRUCTOR'],
  drawing: RUN_READERS,
  saveDrawing: RUN_READERS,
  submitDrawing: RUN_READERS,
  myCredentials: ['STUDENT'],
  shareCredential: ['STUDENT'],
  revokeCredential: ['ADMIN'],
  assureSubmission: ['INSTRUCTOR', 'ADMIN'],
  issuer: ['ADMIN'],
  rotateIssuerKey: ['ADMIN'],
  ...PEOPLE_ACCESS,
  ...ORGANIZATION_ACCESS,
  submitFromGit: RUN_READERS,
  pseudonym: ['STUDENT'],
  setPseudonym: ['STUDENT'],
  requestRegrade: ['STUDENT'],
  replyToRegradeRequest: RUN_READERS,
  reproduceRun: RUN_READERS,
  reproduceCredential: ['STUDENT', 'INSTRUCTOR', 'ADMIN', 'HIRING_MANAGER'],
  notifications: ['STUDENT'],
  readNotification: ['STUDENT'],
  readAllNotifications: ['STUDENT'],
  mailedNotifications: ['STUDENT'],
  setMailedNotification: ['STUDENT'],
  unreadNotifications: ['STUDENT'],
  quotas: ['ADMIN'],
  organizationQuota: ['ADMIN'],
  ownQuota: ['STUDENT'],
  setQuota: ['ADMIN'],
  removeQuota: ['ADMIN'],
  fleet: ['ADMIN'],
  endRun: ['ADMIN'],
  requeueRun: ['ADMIN'],
  orderWorker: 'operators',
  auditLog: ['ADMIN'],
  auditSubjectTypes: ['ADMIN'],
  auditChain: ['ADMIN'],
  deploymentLog: 'operators',
  deploymentSubjectTypes: 'operators',
  deploymentChain: 'operators',
  openRegradeRequests: ['TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN'],
};
/** Operations that look at what they are given before they look for what it names. */
const CHECKED_BEFORE = [
  ...CHECKED_BY_OPERATORS,
  'compareCandidates',
  'exportAssignment',
  'importAssignment',
  'orderWorker',
  // Addresses of portfolios are unique among all organizations: one that is taken is refused.
  'savePortfolio',
  'shareReviews',
  'submitFromGit',
];

const INSTRUCTOR = '0193a000-0000-7000-8000-000000001003';
const mayUse = (access: Access, role: string) =>
  typeof access === 'string' ? access !== 'operators' : access.includes(role);
const needsRole = (name: string) => Array.isArray(ACCESS[name]) || ACCESS[name] === 'operators';

const PEOPLE = [
  ['student@demo.holdout', 'STUDENT'],
  ['ta@demo.holdout', 'TEACHING_ASSISTANT'],
  ['instructor@demo.holdout', 'INSTRUCTOR'],
  ['manager@demo.holdout', 'HIRING_MANAGER'],
  ['admin@demo.holdout', 'ADMIN'],
] as const;

describe('who may use which operation', () => {
  let lab: ApiLab;
  beforeAll(async () => {
    lab = await ApiLab.start();
  });
  afterAll(() => lab.stop());

  /** How it was answered, and all that was shown. */
  async function answerOf(
    headers: Record<string, string>,
    { kind, document, variables }: WalkedOperation,
  ): Promise<{ code: string; shown: string }> {
    if (kind === 'subscription')
      return { code: await socketCode(lab.url, headers, document, variables), shown: '' };
    const { data, errors } = await lab.ask(headers, document, variables);
    return { code: errors?.[0]?.extensions.code ?? 'ok', shown: JSON.stringify(data ?? null) };
  }

  const codeOf = async (headers: Record<string, string>, walked: WalkedOperation) =>
    (await answerOf(headers, walked)).code;

  /** Somebody who has every role there is in their organization. */
  async function everyRole(email: string, slug: string): Promise<void> {
    await lab.sql(
      `INSERT INTO memberships (id, organization_id, user_id, role)
       SELECT gen_random_uuid(), o.id, (SELECT u.id FROM auth.user u WHERE u.email = $1)::uuid, r.role
       FROM organizations o, unnest(enum_range(NULL::"Role")) AS r(role) WHERE o.slug = $2 ON CONFLICT DO NOTHING`,
      [email, slug],
    );
  }

  it('is written down for every operation of the schema', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  it.each(operations)('$name refuses somebody who is signed out, unless it is public', async (walked) => {
    const refusal = walked.kind === 'subscription' ? 'CLOSED 4403' : 'UNAUTHENTICATED';
    const opened = BY_ADDRESS.includes(walked.name) ? 'NOT_FOUND' : 'ok';
    expect(await codeOf({}, walked)).toBe(ACCESS[walked.name] === 'public' ? opened : refusal);
  });

  it.each(PEOPLE)(
    '%s is refused what the role %s may not do, and nothing else for that reason',
    async (email, role) => {
      const cookie = await lab.signIn(email);
      for (const walked of operations) {
        const { name } = walked;
        const access = ACCESS[name] ?? [];
        const code = await codeOf({ cookie }, walked);
        const isAllowed = mayUse(access, role);
        expect(`${name}: ${code}`).toMatch(
          isAllowed ? new RegExp(`^${name}: (?!FORBIDDEN|UNAUTHENTICATED|INTERNAL)`) : `${name}: FORBIDDEN`,
        );
      }
    },
  );

  it('acts in no organization that the viewer is not in', async () => {
    const cookie = await lab.signIn('student@other.holdout');
    const headers = { cookie, 'x-holdout-organization': 'demo' };
    for (const walked of operations.filter(({ name }) => needsRole(name))) {
      expect(`${walked.name}: ${await codeOf(headers, walked)}`).toBe(`${walked.name}: FORBIDDEN`);
    }
  });

  describe('routes of files', () => {
    it('are written down, each with who may', () => {
      expect(Object.keys(ROUTES).sort()).toEqual(apiRoutes(lab));
    });

    it('refuse somebody who is signed out', async () => {
      for (const route of guardedRoutes()) expect([route, await statusOf({}, route)]).toEqual([route, 401]);
    });

    it.each(PEOPLE)('refuse %s what the role %s may not have', async (email, role) => {
      const cookie = await lab.signIn(email);
      for (const route of guardedRoutes()) {
        const access = ROUTES[route] ?? [];
        const isAllowed = mayUse(access, role);
        expect([route, (await statusOf({ cookie }, route)) !== 403]).toEqual([route, isAllowed]);
      }
    });
  });

  it('lists the members of one organization only, page by page', async () => {
    const cookie = await lab.signIn('admin@demo.holdout');
    const query = `query ($first: Int, $after: String) { memberships(first: $first, after: $after) {
      nodes { id name role joinedAt isViewer } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      memberships: {
        nodes: { id: string; name: string; isViewer: boolean }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const pageAfter = async (after: string | null): Promise<Page['memberships']> => {
      const { data } = await lab.ask<Page>({ cookie }, query, { first: 2, after });
      if (!data) throw new Error('The members were not answered.');
      return data.memberships;
    };
    let page = await pageAfter(null);
    const seen = [...page.nodes];
    while (page.pageInfo.hasNextPage) {
      page = await pageAfter(page.pageInfo.endCursor);
      expect(page.nodes.length).toBeGreaterThan(0);
      seen.push(...page.nodes);
    }
    const rows = await lab.sql<{ id: string }>('SELECT id FROM memberships WHERE organization_id = $1', [
      DEMO,
    ]);
    expect(seen.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(seen.filter(({ isViewer }) => isViewer).map(({ name }) => name)).toEqual(['Ada Novak']);
    expect(seen.map(({ name }) => name)).not.toContain('Former member');
  });

  it('refuses a removed member from the next request on', async () => {
    const admin = await lab.signIn('admin@demo.holdout');
    const member = await lab.signIn('ta@demo.holdout');
    expect(await lab.codeOf({ cookie: member }, '{ runs { edges { cursor } } }')).toBe('ok');
    const [row] = await lab.sql<{ id: string }>(
      `SELECT m.id FROM memberships m WHERE m.organization_id = $1 AND m.role = 'TEACHING_ASSISTANT'`,
      [DEMO],
    );
    const removed = await lab.ask({ cookie: admin }, 'mutation($id: ID!) { removeMembership(id: $id) }', {
      id: row?.id,
    });
    expect(removed).toEqual({ data: { removeMembership: true } });
    expect(await lab.codeOf({ cookie: member }, '{ runs { edges { cursor } } }')).toBe('FORBIDDEN');
    const audited = await lab.sql(`SELECT 1 FROM audit_events WHERE action = 'membership.removed'`);
    expect(audited).toHaveLength(1);
  });

  it('keeps the last administrator', async () => {
    const admin = await lab.signIn('admin@demo.holdout');
    const rows = await lab.sql<{ id: string }>(
      `SELECT id FROM memberships WHERE organization_id = $1 AND role = 'ADMIN'`,
      [DEMO],
    );
    const codes: string[] = [];
    for (const { id } of rows)
      codes.push(
        await lab.codeOf({ cookie: admin }, 'mutation($id: ID!) { removeMembership(id: $id) }', { id }),
      );
    expect(codes).toContain('ok');
    expect(codes.at(-1)).not.toBe('ok');
  });

  it('refuses a removed member everything, whichever way they come', async () => {
    await everyRole('manager@demo.holdout', 'demo');
    const cookie = await lab.signIn('manager@demo.holdout');
    const key = await apiKey(cookie);
    await lab.sql(
      `DELETE FROM memberships WHERE user_id = (SELECT id FROM auth.user WHERE email = 'manager@demo.holdout')::uuid`,
    );
    const proofs: Record<string, string>[] = [{ cookie }, { 'x-api-key': key }];
    for (const headers of proofs)
      for (const walked of operations.filter(({ name }) => needsRole(name)))
        expect(`${walked.name}: ${await codeOf(headers, walked)}`).toBe(`${walked.name}: FORBIDDEN`);
    for (const route of guardedRoutes().filter((path) => ROUTES[path] !== 'signed-in'))
      expect([route, await statusOf({ cookie }, route)]).toEqual([route, 403]);
  });

  describe('between organizations', () => {
    const named = walkedOperations({ id: OBJECT, slug: SECRET }).filter(({ name }) => needsRole(name));
    let objects: DemoObjects;

    beforeAll(async () => {
      await everyRole('instructor@demo.holdout', 'demo');
      await everyRole('instructor@other.holdout', 'other');
      objects = await DemoObjects.place(lab, INSTRUCTOR);
    });

    it('every table of a tenant has something to look for, and its own people find it', async () => {
      expect(objects.tables.length).toBeGreaterThan(50);
      const headers = { cookie: await lab.signIn('instructor@demo.holdout') };
      const unknown: string[] = [];
      for (const walked of named.filter(({ namesSomething }) => namesSomething)) {
        if ((await codeOf(headers, walked)) === 'NOT_FOUND') unknown.push(walked.name);
        if (walked.kind === 'mutation') await objects.restore();
      }
      expect(unknown.sort()).toEqual([...MORE_THAN_ROWS].sort());
    });

    it.each(['cookie', 'x-api-key'] as const)(
      'shows and changes nothing for somebody of another one, with every role there (%s)',
      async (proof) => {
        const cookie = await lab.signIn('instructor@other.holdout');
        const headers: Record<string, string> =
          proof === 'cookie' ? { cookie } : { 'x-api-key': await apiKey(cookie) };
        // With a student's consent hiring managers of others do see their portfolio: here nobody gave it.
        await lab.sql('DELETE FROM candidate_projections');
        const before = await objects.fingerprint();
        for (const walked of named) {
          const { name } = walked;
          const { code, shown } = await answerOf(headers, walked);
          if (walked.namesSomething && !CHECKED_BEFORE.includes(name))
            expect(`${name}: ${code}`).toBe(`${name}: NOT_FOUND`);
          expect([name, shown.includes(OBJECT), shown.includes(SECRET)]).toEqual([name, false, false]);
        }
        expect(await objects.fingerprint()).toEqual(before);
      },
    );

    it('sends no file of another one', async () => {
      const cookie = await lab.signIn('instructor@other.holdout');
      for (const route of guardedRoutes().filter((path) => path.includes(':')))
        expect([route, await statusOf({ cookie }, route)]).toEqual([route, 404]);
    });
  });

  const guardedRoutes = () => Object.keys(ROUTES).filter((route) => ROUTES[route] !== 'public');

  async function statusOf(headers: Record<string, string>, route: string): Promise<number> {
    const [path = '', method = 'GET'] = route.split(' ').toReversed();
    const response = await fetch(
      `${lab.url}${path.replaceAll(/:slug/g, SECRET).replaceAll(/:\w+/g, OBJECT)}`,
      { method, headers },
    );
    await response.body?.cancel();
    return response.status;
  }

  async function apiKey(cookie: string): Promise<string> {
    const { data } = await lab.ask<{ createApiKey: { secret: string } }>(
      { cookie },
      'mutation { createApiKey(name: "walk") { secret } }',
    );
    if (!data) throw new Error('No key was made.');
    return data.createApiKey.secret;
  }
});

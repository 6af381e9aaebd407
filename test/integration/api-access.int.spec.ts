import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { ApiLab, DEMO } from '../support/api-lab.js';

const schema = buildSchema(await readFile(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'));
const NIL = '00000000-0000-7000-8000-000000000000';

/** A value that the type accepts and that names nothing. */
function example(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return example(type.ofType);
  if (isListType(type)) return [];
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, example(field.type)]));
  }
  const known: Record<string, unknown> = { ID: NIL, Int: 1, Float: 1, Boolean: false };
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return known[type.toString()] ?? 'nothing@of.this';
}

interface Walked {
  kind: string;
  name: string;
  document: string;
  variables: Record<string, unknown>;
}

const operations: Walked[] = [
  schema.getQueryType(),
  schema.getMutationType(),
  schema.getSubscriptionType(),
].flatMap((root) =>
  Object.values(root?.getFields() ?? {}).map((field) => {
    const required = field.args.filter((argument) => isNonNullType(argument.type));
    const declared = required.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const passed = required.map(({ name }) => `${name}: $${name}`).join(', ');
    const leaf = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
    const kind = root?.name.toLowerCase() ?? '';
    return {
      kind,
      name: field.name,
      document: `${kind} Walk${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''} ${leaf} }`,
      variables: Object.fromEntries(required.map(({ name, type }) => [name, example(type)])),
    };
  }),
);
const posted = operations.filter(({ kind }) => kind !== 'subscription');

const MEMBERS = ['STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR', 'HIRING_MANAGER', 'ADMIN'];
const GRADERS = ['TEACHING_ASSISTANT', 'INSTRUCTOR'];
const RUN_READERS = ['STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN'];

/** Who may use each operation. A new operation has to be entered here. */
const ACCESS: Record<string, 'public' | 'signed-in' | readonly string[]> = {
  viewer: 'public',
  apiKeys: 'signed-in',
  createApiKey: 'signed-in',
  revokeApiKey: 'signed-in',
  sessions: 'signed-in',
  revokeSession: 'signed-in',
  ownDataExportsLeft: 'signed-in',
  passkeys: 'signed-in',
  removePasskey: 'signed-in',
  deleteAccount: 'signed-in',
  acceptInvitation: 'signed-in',
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
  setLateDays: ['INSTRUCTOR'],
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
  importAssignment: ['INSTRUCTOR', 'ADMIN'],
  assignmentImport: ['INSTRUCTOR', 'ADMIN'],
  assignmentImports: ['INSTRUCTOR', 'ADMIN'],
  assignmentImportChanged: ['INSTRUCTOR', 'ADMIN'],
  exportAssignment: ['INSTRUCTOR', 'ADMIN'],
  assignmentExport: ['INSTRUCTOR', 'ADMIN'],
  memberships: ['INSTRUCTOR', 'ADMIN'],
  invitations: ['ADMIN'],
  invite: ['ADMIN'],
  revokeInvitation: ['ADMIN'],
  removeMembership: ['ADMIN'],
  submitFromGit: RUN_READERS,
  pseudonym: ['STUDENT'],
  setPseudonym: ['STUDENT'],
  requestRegrade: ['STUDENT'],
  replyToRegradeRequest: RUN_READERS,
  reproduceRun: RUN_READERS,
  notifications: ['STUDENT'],
  readNotification: ['STUDENT'],
  readAllNotifications: ['STUDENT'],
  mailedNotifications: ['STUDENT'],
  setMailedNotification: ['STUDENT'],
  unreadNotifications: ['STUDENT'],
  auditLog: ['ADMIN'],
  auditSubjectTypes: ['ADMIN'],
  auditChain: ['ADMIN'],
  openRegradeRequests: ['TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN'],
};
const needsRole = (name: string) => Array.isArray(ACCESS[name]);

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

  it('is written down for every operation of the schema', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  it.each(posted)(
    '$name refuses somebody who is signed out, unless it is public',
    async ({ name, document, variables }) => {
      const code = await lab.codeOf({}, document, variables);
      expect(code).toBe(ACCESS[name] === 'public' ? 'ok' : 'UNAUTHENTICATED');
    },
  );

  it.each(PEOPLE)(
    '%s is refused what the role %s may not do, and nothing else for that reason',
    async (email, role) => {
      const cookie = await lab.signIn(email);
      for (const { name, document, variables } of posted) {
        const access = ACCESS[name] ?? [];
        const code = await lab.codeOf({ cookie }, document, variables);
        const isAllowed = typeof access === 'string' || access.includes(role);
        expect(`${name}: ${code}`).toMatch(
          isAllowed ? new RegExp(`^${name}: (?!FORBIDDEN|UNAUTHENTICATED|INTERNAL)`) : `${name}: FORBIDDEN`,
        );
      }
    },
  );

  it('acts in no organization that the viewer is not in', async () => {
    const cookie = await lab.signIn('student@other.holdout');
    const headers = { cookie, 'x-holdout-organization': 'demo' };
    for (const { name, document, variables } of posted.filter((walked) => needsRole(walked.name))) {
      expect(`${name}: ${await lab.codeOf(headers, document, variables)}`).toBe(`${name}: FORBIDDEN`);
    }
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
});

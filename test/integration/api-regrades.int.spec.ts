import { ApiLab, SUBMIT } from '../support/api-lab.js';

const ASK =
  'mutation ($runId: ID!, $reason: String!) { requestRegrade(runId: $runId, reason: $reason) { id status } }';
const REPLY = `mutation ($requestId: ID!, $text: String!, $decision: RegradeStatus) {
  replyToRegradeRequest(input: { requestId: $requestId, text: $text, decision: $decision }) {
    status messages { isFromStudent text } } }`;
const READ = 'query ($id: ID!) { run(id: $id) { regradeRequests { id status messages { text } } } }';
const OPEN = '{ openRegradeRequests { requests { id runId assignment { slug } } pageInfo { hasNextPage } } }';
const REASON = 'The leak report names both columns, but the criterion shows none.';

let lab: ApiLab;
let cookies: Record<'student' | 'foreign' | 'instructor' | 'foreignStaff' | 'manager', string>;
let runId: string;

beforeAll(async () => {
  lab = await ApiLab.start();
  cookies = {
    student: await lab.signIn('student@demo.holdout'),
    foreign: await lab.signIn('student@other.holdout'),
    instructor: await lab.signIn('instructor@demo.holdout'),
    foreignStaff: await lab.signIn('instructor@other.holdout'),
    manager: await lab.signIn('manager@demo.holdout'),
  };
  const uploadId = await lab.upload({ cookie: cookies.student });
  const { data } = await lab.ask<{ submit: { runs: { id: string }[] } }>(
    { cookie: cookies.student },
    SUBMIT,
    {
      uploadId,
    },
  );
  runId = data?.submit.runs[0]?.id ?? '';
});
afterAll(() => lab?.stop());

const as = (who: keyof typeof cookies | '', query: string, variables: Record<string, unknown> = {}) =>
  lab.codeOf(who ? { cookie: cookies[who] } : {}, query, variables);

it('is for the student of a scored run, with a reason, one at a time', async () => {
  expect(await as('student', ASK, { runId, reason: REASON })).toBe('CONFLICT');
  await lab.sql(
    `UPDATE runs SET status = 'FINISHED', outcome = 'SCORED', finished_at = now() WHERE id = $1`,
    [runId],
  );
  expect(await as('student', ASK, { runId, reason: 'unfair' })).toBe('BAD_USER_INPUT');
  expect(await as('', ASK, { runId, reason: REASON })).toBe('UNAUTHENTICATED');
  expect(await as('instructor', ASK, { runId, reason: REASON })).toBe('FORBIDDEN');
  expect(await as('foreign', ASK, { runId, reason: REASON })).toBe('NOT_FOUND');
  const both = await Promise.all([1, 2].map(() => as('student', ASK, { runId, reason: REASON })));
  expect(both.toSorted()).toEqual(['CONFLICT', 'ok']);
});

it('goes back and forth until somebody of the staff decides', async () => {
  const open = await lab.ask<{ openRegradeRequests: { requests: { id: string; runId: string }[] } }>(
    { cookie: cookies.instructor },
    OPEN,
  );
  expect(open.data?.openRegradeRequests.requests).toMatchObject([
    { runId, assignment: { slug: 'tabular-risk' } },
  ]);
  const requestId = open.data?.openRegradeRequests.requests[0]?.id;
  for (const who of ['student', 'manager'] as const) expect(await as(who, OPEN)).toBe('FORBIDDEN');
  for (const who of ['foreign', 'foreignStaff'] as const)
    expect(await as(who, REPLY, { requestId, text: 'Hello' })).toBe('NOT_FOUND');
  expect(await as('instructor', REPLY, { requestId, text: 'Which columns?' })).toBe('ok');
  expect(await as('student', REPLY, { requestId, text: 'Both.' })).toBe('ok');
  expect(await as('student', REPLY, { requestId, text: 'Mine.', decision: 'ACCEPTED' })).toBe('FORBIDDEN');
  expect(await as('instructor', REPLY, { requestId, text: 'x', decision: 'OPEN' })).toBe('BAD_USER_INPUT');
  const { data } = await lab.ask({ cookie: cookies.instructor }, REPLY, {
    requestId,
    text: 'You are right.',
    decision: 'ACCEPTED',
  });
  expect(data).toEqual({
    replyToRegradeRequest: {
      status: 'ACCEPTED',
      messages: [
        { isFromStudent: true, text: REASON },
        { isFromStudent: false, text: 'Which columns?' },
        { isFromStudent: true, text: 'Both.' },
        { isFromStudent: false, text: 'You are right.' },
      ],
    },
  });
  expect(
    await lab.sql("SELECT detail FROM audit_events WHERE action = 'regrade.decided' AND subject_id = $1", [
      runId,
    ]),
  ).toEqual([{ detail: { decision: 'ACCEPTED', reason: 'You are right.' } }]);
  expect(await as('student', REPLY, { requestId, text: 'Thanks.' })).toBe('CONFLICT');
  expect(await as('foreignStaff', READ, { id: runId })).toBe('NOT_FOUND');
  expect(await as('student', READ, { id: runId })).toBe('ok');
  expect(await as('student', ASK, { runId, reason: REASON })).toBe('ok');
});

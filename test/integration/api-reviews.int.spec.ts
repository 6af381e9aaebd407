import { recordSource } from '@holdout/db';
import { DEFAULT_INTEGRITY_POLICY } from '@holdout/domain';
import { FileBlobStore } from '@holdout/storage';
import path from 'node:path';
import { DEMO, type ApiLab } from '../support/api-lab.js';
import { ReviewedLab, SLUG } from '../support/reviewed-lab.js';

const REVIEW = `runId student state automatic preview files { path text } comments { id author text file line isViewer }
  criteria { id key points comment levels { points label } }
  place { position total previousRunId nextRunId nextWaitingRunId }`;
const GRADE = `mutation ($input: GradeCriterionInput!) { gradeCriterion(input: $input) { ${REVIEW} } }`;
const FINISH = `mutation ($runId: ID!) { finishReview(runId: $runId) { state } }`;
const POLICY = `mutation ($policy: ReviewPolicyInput!) { setReviewPolicy(assignmentSlug: "${SLUG}", policy: $policy) { isHeld } }`;
const SCORE = `query ($id: ID!) { run(id: $id) { score { value isPassed isProvisional criteria { key points note } } } }`;
const QUEUE = `query ($filter: ReviewFilter!) { reviewQueue(assignmentSlug: "${SLUG}", filter: $filter) {
  nodes { runId student graders mine finished points } } }`;

interface Review {
  runId: string;
  student: string;
  preview: number;
  state: string;
  files: { path: string; text: string | null }[];
  comments: { id: string; author: string; text: string; file: string | null; line: number | null }[];
  criteria: { id: string; key: string; points: number | null }[];
  place: { position: number; total: number; nextRunId: string | null; nextWaitingRunId: string | null };
}
interface Score {
  value: number;
  isPassed: boolean;
  isProvisional: boolean;
  criteria: { key: string; points: number | null; note: string | null }[];
}

let reviewed: ReviewedLab;
let lab: ApiLab;
let runs: readonly string[];
let instructor: string;
let assistant: string;

const read = <T>(cookie: string, query: string, variables?: Record<string, unknown>) =>
  reviewed.read<T>(cookie, query, variables);
const reviewOf = async (cookie: string, runId: string) =>
  (
    await read<{ review: Review }>(cookie, `query ($runId: ID!) { review(runId: $runId) { ${REVIEW} } }`, {
      runId,
    })
  ).review;
const scoreOf = async (id: string) =>
  (await read<{ run: { score: Score } }>(instructor, SCORE, { id })).run.score;
const queueOf = async (cookie: string, filter: string) =>
  (
    await read<{
      reviewQueue: { nodes: { runId: string; student: string; graders: string[]; mine: string }[] };
    }>(cookie, QUEUE, { filter })
  ).reviewQueue.nodes;

/** What the audit log says of finished reviews of a run, the oldest first. */
const finished = async (run = '') =>
  (await lab.sql<{ detail: object }>(
      "SELECT detail FROM audit_events WHERE action = 'review.finished' AND subject_id = $1 ORDER BY id", [run])) // prettier-ignore
    .map(({ detail }) => detail);

async function grade(
  cookie: string,
  runId: string,
  key: string,
  points: number,
  comment = '',
): Promise<Review> {
  const { criteria } = await reviewOf(cookie, runId);
  const criterionId = criteria.find((criterion) => criterion.key === key)?.id;
  return (
    await read<{ gradeCriterion: Review }>(cookie, GRADE, { input: { runId, criterionId, points, comment } })
  ).gradeCriterion;
}

beforeAll(async () => {
  reviewed = await ReviewedLab.start();
  ({ lab, runs } = reviewed);
  instructor = await lab.signIn('instructor@demo.holdout');
  assistant = await lab.signIn('ta@demo.holdout');
});
afterAll(() => reviewed?.stop());

describe('reviewing runs', () => {
  it('queues one run for each student, the oldest first, and is provisional until a person has judged', async () => {
    expect((await queueOf(instructor, 'WAITING')).map(({ runId }) => runId)).toEqual(runs);
    expect(await scoreOf(runs[1] ?? '')).toMatchObject({ value: 75, isPassed: true, isProvisional: true });
  });

  it('shows the text files of the submission', async () => {
    const blobs = new FileBlobStore(path.join(lab.folder, 'blobs'));
    const files = [
      { path: 'train.py', size: 6, text: 'x = 1\n' },
      { path: 'model.bin', size: 9, text: null },
    ];
    const { digest } = await blobs.put(Buffer.from(JSON.stringify({ files })));
    const [run] = await lab.sql<{ submission_id: string }>('SELECT submission_id FROM runs WHERE id = $1', [
      runs[0],
    ]);
    const submissionId = run?.submission_id ?? '';
    await reviewed.worker.inTenant({ organizationId: DEMO, userId: null }, (tx) =>
      recordSource(tx, { organizationId: DEMO, submissionId, digest }),
    );
    const review = await reviewOf(instructor, runs[0] ?? '');
    expect(review.files).toEqual(files.map(({ size: _size, ...file }) => file));
    expect(review).toMatchObject({ state: 'NONE', place: { position: 1, total: 3, nextRunId: runs[1] } });
  });

  it('takes levels of the rubric only', async () => {
    const [run = ''] = runs;
    const criterionId = (await reviewOf(instructor, run)).criteria[0]?.id;
    const { errors } = await lab.ask({ cookie: instructor }, GRADE, {
      input: { runId: run, criterionId, points: 61 },
    });
    expect(errors?.[0]?.message).toBe(
      '"The report" has the levels 0 (Absent), 60 (Present), 100 (Argued). Choose one of them.',
    );
  });

  it('counts a review when it is finished: weighed points, comment, and no longer provisional', async () => {
    const [run = ''] = runs;
    expect(await grade(instructor, run, 'report', 100, 'Clear.')).toMatchObject({
      state: 'OPEN',
      preview: (62 * 35 + 100 * 35) / 70,
    });
    expect((await scoreOf(run)).value).toBe(62);
    await read(instructor, FINISH, { runId: run });
    const score = await scoreOf(run);
    expect(score).toMatchObject({ value: 81, isPassed: true, isProvisional: false });
    expect(score.criteria.find(({ key }) => key === 'report')).toMatchObject({ points: 100, note: 'Clear.' });
    expect((await queueOf(instructor, 'WAITING')).map(({ runId }) => runId)).toEqual(runs.slice(1));
  });

  it('keeps every score and every grade on record', async () => {
    const scores = await lab.sql<{ cause: string; value: number }>(
      'SELECT cause, value FROM scores WHERE run_id = $1 ORDER BY created_at', [runs[0]]); // prettier-ignore
    expect(scores).toEqual([
      { cause: 'GRADED', value: 62 },
      { cause: 'REVIEWED', value: 81 },
    ]);
    const events = await lab.sql<{ action: string }>(
      'SELECT action FROM audit_events WHERE subject_id = $1 AND actor_id IS NOT NULL ORDER BY id', [runs[0]]); // prettier-ignore
    const changes = events.map(({ action }) => action).filter((action) => !action.endsWith('.opened'));
    expect(changes).toEqual(['criterion.graded', 'review.finished']);
    expect(await finished(runs[0])).toEqual([
      { before: 62, after: 81, criteria: [{ criterion: 'report', points: 100, comment: 'Clear.' }] },
    ]);
  });

  it('does not finish while a required criterion is open, and says which', async () => {
    await grade(instructor, runs[1] ?? '', 'notes', 60);
    const { errors } = await lab.ask({ cookie: instructor }, FINISH, { runId: runs[1] });
    expect(errors?.[0]).toMatchObject({
      message: 'Choose a level first for: The report.',
      extensions: { code: 'CONFLICT' },
    });
  });

  it('leaves a run to the one who has taken it', async () => {
    const { criteria } = await reviewOf(assistant, runs[1] ?? '');
    const input = { runId: runs[1], criterionId: criteria[0]?.id, points: 60 };
    expect(await lab.codeOf({ cookie: assistant }, GRADE, { input })).toBe('CONFLICT');
  });

  it('opens a finished review again without touching the score, until it is finished anew', async () => {
    const [run = ''] = runs;
    expect(
      await lab.codeOf({ cookie: instructor }, GRADE, {
        input: { runId: run, criterionId: (await reviewOf(instructor, run)).criteria[0]?.id, points: 0 },
      }),
    ).toBe('CONFLICT');
    const reopen = 'mutation ($runId: ID!, $reason: String!) { reopenReview(runId: $runId, reason: $reason) { state } }'; // prettier-ignore
    const { errors } = await lab.ask({ cookie: instructor }, reopen, { runId: run, reason: ' ' });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'reason', limit: 1000 },
    });
    await read(instructor, reopen, { runId: run, reason: 'I took one report for another.' });
    expect(
      await lab.sql("SELECT detail FROM audit_events WHERE action = 'review.reopened' AND subject_id = $1", [
        run,
      ]),
    ).toEqual([{ detail: { reason: 'I took one report for another.' } }]);
    await grade(instructor, run, 'report', 60);
    expect((await scoreOf(run)).value).toBe(81);
    await read(instructor, FINISH, { runId: run });
    expect((await scoreOf(run)).value).toBe(61);
    expect((await finished(run)).at(-1)).toEqual({
      before: 81,
      after: 61,
      criteria: [{ criterion: 'report', points: 60, comment: '' }],
    });
    const graded = await lab.sql<{ detail: object }>(
      "SELECT detail FROM audit_events WHERE action = 'criterion.graded' AND subject_id = $1 ORDER BY id", [run]); // prettier-ignore
    expect(graded.map(({ detail }) => detail)).toEqual([
      { criterion: 'report', before: null, after: 100 },
      { criterion: 'report', before: 100, after: 60 },
    ]);
  });

  it('takes comments on lines, and lets only their author take them back', async () => {
    const add = `mutation ($input: ReviewCommentInput!) { addReviewComment(input: $input) { ${REVIEW} } }`;
    const input = { runId: runs[0], file: 'train.py', line: 1, text: ' Name it. ' };
    const { addReviewComment } = await read<{ addReviewComment: Review }>(instructor, add, { input });
    const [comment] = addReviewComment.comments;
    expect(comment).toMatchObject({ text: 'Name it.', file: 'train.py', line: 1, isViewer: true });
    const remove = 'mutation ($id: ID!) { deleteReviewComment(id: $id) { runId } }';
    expect(await lab.codeOf({ cookie: assistant }, remove, { id: comment?.id })).toBe('NOT_FOUND');
    expect(await lab.codeOf({ cookie: instructor }, remove, { id: comment?.id })).toBe('ok');
    expect(await lab.codeOf({ cookie: instructor }, add, { input: { ...input, file: null } })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('shares waiting runs evenly, and hides names where reviews are anonymous', async () => {
    const graderIds = await lab.sql<{ user_id: string }>(
      "SELECT user_id FROM memberships WHERE organization_id = $1 AND role = 'TEACHING_ASSISTANT'", [DEMO]); // prettier-ignore
    const share = 'mutation ($ids: [ID!]!) { shareReviews(assignmentSlug: "reviewed", graderIds: $ids) }';
    const ids = graderIds.map(({ user_id }) => user_id);
    expect(await read(instructor, share, { ids })).toEqual({ shareReviews: 1 });
    expect((await queueOf(assistant, 'MINE')).map(({ runId }) => runId)).toEqual([runs[2]]);
    await read(instructor, POLICY, { policy: { gradersPerRun: 1, isAnonymous: true, isHeld: false } });
    const [item] = await queueOf(assistant, 'MINE');
    expect(item?.student).toMatch(/^Submission [0-9A-F]{6}$/);
    expect((await reviewOf(assistant, item?.runId ?? '')).student).toBe(item?.student);
  });

  it('holds back what is finished while reviews are held', async () => {
    await read(instructor, POLICY, { policy: { gradersPerRun: 1, isAnonymous: false, isHeld: true } });
    await grade(assistant, runs[2] ?? '', 'report', 60);
    await read(assistant, FINISH, { runId: runs[2] });
    expect(await scoreOf(runs[2] ?? '')).toMatchObject({ value: 80, isProvisional: true });
  });

  it('asks two graders where the policy does, counts their mean, and states their agreement', async () => {
    await read(instructor, POLICY, { policy: { gradersPerRun: 2, isAnonymous: false, isHeld: false } });
    const [run = ''] = runs.slice(2);
    await grade(instructor, run, 'report', 100);
    await read(instructor, FINISH, { runId: run });
    expect((await scoreOf(run)).criteria.find(({ key }) => key === 'report')?.points).toBe(80);
    const agreement =
      'query { reviewAgreement(assignmentSlug: "reviewed") { criterionKey n observed kappa } }';
    expect(await read(instructor, agreement)).toEqual({
      reviewAgreement: [{ criterionKey: 'report', n: 1, observed: 0, kappa: 0 }],
    });
  });

  it('keeps comments for use again, once each', async () => {
    const save = 'mutation { saveComment(assignmentSlug: "reviewed", text: "Cite the source.") { id } }';
    await read(assistant, save);
    const { saveComment } = await read<{ saveComment: { id: string } }>(instructor, save);
    const list = 'query { savedComments(assignmentSlug: "reviewed") { text } }';
    expect(await read(instructor, list)).toEqual({ savedComments: [{ text: 'Cite the source.' }] });
    await read(instructor, 'mutation ($id: ID!) { deleteSavedComment(id: $id) }', { id: saveComment.id });
    expect(await read(instructor, list)).toEqual({ savedComments: [] });
  });

  it('shows what the student declared, and the policy as it was worded then', async () => {
    const query =
      'query ($runId: ID!) { review(runId: $runId) { declaration { aiUse help isOwnWork policy } } }';
    await lab.sql(
      `SET session_replication_role = replica; UPDATE assignment_versions SET definition = definition || '{"integrityPolicy": "Another."}'`,
    );
    expect(await read(assistant, query, { runId: runs[0] })).toEqual({
      review: {
        declaration: {
          aiUse: 'ASSISTANCE',
          help: 'a friend',
          isOwnWork: true,
          policy: DEFAULT_INTEGRITY_POLICY,
        },
      },
    });
    const version = `{ assignment(slug: "${SLUG}") { version { integrityPolicy } } }`;
    expect(await read(assistant, version)).toEqual({
      assignment: { version: { integrityPolicy: 'Another.' } },
    });
  });

  it('is nothing of another organization', async () => {
    const headers = { cookie: await lab.signIn('instructor@other.holdout') };
    const query = 'query ($runId: ID!) { review(runId: $runId) { runId } }';
    expect(await lab.codeOf(headers, query, { runId: runs[0] })).toBe('NOT_FOUND');
    expect(await lab.codeOf(headers, FINISH, { runId: runs[0] })).toBe('NOT_FOUND');
  });
});

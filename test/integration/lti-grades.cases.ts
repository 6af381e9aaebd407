import type { Database } from '@holdout/db';
import { DEMO, type ApiLab } from '../support/api-lab.js';
import { certifiedRun } from '../support/certified-run.js';
import { LaunchingBrowser } from '../support/lti-platform-simulator/browser.js';
import type { LtiPlatformSimulator, SimulatedPerson } from '../support/lti-platform-simulator/simulator.js';
import { until } from '../support/until.js';

const SLUG = 'tabular-risk';
const PASSBACKS = `query ($slug: String!, $students: [ID!]!) { cohortPassbacks(slug: $slug, studentIds: $students) {
  links { id assignmentTitle hasColumn sent waiting failing notLinked lastFailure }
  passbacks { studentId state sentPoints lastFailure } } }`;
const RESEND = 'mutation ($id: ID!) { resendGrades(linkId: $id) }';
const HOLD = `mutation ($cohort: ID!, $isHeld: Boolean!) {
  setGradesHeld(input: { cohortId: $cohort, assignmentSlug: "${SLUG}", isHeld: $isHeld }) }`;
const TROUBLES = '{ ltiTool { platforms { failing lastFailure } } }';

interface Passbacks {
  cohortPassbacks: {
    links: { id: string; sent: number; failing: number; notLinked: number; lastFailure: string | null }[];
    passbacks: { state: string; sentPoints: number | null; lastFailure: string | null }[];
  };
}

interface Parts {
  lab: ApiLab;
  platform: LtiPlatformSimulator;
  cohort: { id: string; slug: string };
  admin: string;
  instructor: string;
  /** Who launched already. */
  learner: SimulatedPerson;
  /** Where their grades go. */
  lineItem: string;
}

/** What goes back to the simulator when work is scored here: see `lti`. */
export function ltiGradesCases(partsOf: () => Parts): void {
  let parts: Parts;
  let databases: { api: Database; worker: Database };
  let studentId: string;

  const ask = async <T>(cookie: string, query: string, variables: object = {}): Promise<T> => {
    const { data, errors } = await parts.lab.ask<T>({ cookie }, query, { ...variables });
    expect(errors).toBeUndefined();
    return data as T;
  };
  const shown = async (student = studentId) => {
    const variables = { slug: parts.cohort.slug, students: [student] };
    const { cohortPassbacks } = await ask<Passbacks>(parts.instructor, PASSBACKS, variables);
    const [passback] = cohortPassbacks.passbacks;
    const [link] = cohortPassbacks.links;
    if (!passback || !link) throw new Error('There is no link.');
    return { passback, link };
  };
  const sentTo = () =>
    (parts.platform.scores.get(parts.lineItem) ?? []).map(({ userId, scoreGiven }) => [userId, scoreGiven]);
  const sent = async () => sentTo();
  const certify = (points: number) =>
    certifiedRun(databases, { organizationId: DEMO, studentId, assignmentSlug: SLUG, points });
  const hold = (isHeld: boolean) => ask(parts.instructor, HOLD, { cohort: parts.cohort.id, isHeld });
  /** All that is due was looked at. */
  const settled = () =>
    until(
      () => parts.lab.sql(`SELECT 1 FROM lti_passbacks WHERE due_at <= now() + interval '2 minutes'`),
      (rows) => rows.length === 0,
    );

  beforeAll(async () => {
    parts = partsOf();
    const { lab, platform, learner } = parts;
    databases = lab.openDatabases();
    const [row] = await lab.sql<{ id: string }>('SELECT user_id AS id FROM lti_accounts WHERE subject = $1', [
      learner.sub,
    ]);
    studentId = row?.id ?? '';
    await lab.startWorker({ LTI_TEST_HOST: platform.host });
    await settled();
  });
  afterAll(async () => {
    await Promise.all([databases?.api.close(), databases?.worker.close()]);
  });

  it('sends a grade once there is one, tries again where the platform fails, and says so meanwhile', async () => {
    expect((await shown()).passback.state).toBe('NOTHING');
    // Every link that opens the assignment has a column of its own.
    parts.platform.failures.push(500, 500, 500);
    await certify(70);
    await until(
      () => shown(),
      ({ passback }) => passback.state === 'FAILING',
    );
    const { passback, link } = await shown();
    expect(passback).toMatchObject({ sentPoints: null, lastFailure: 'The LMS answered 500.' });
    expect(link).toMatchObject({ sent: 0, failing: 1, lastFailure: 'The LMS answered 500.' });
    expect(await ask(parts.admin, TROUBLES)).toMatchObject({
      ltiTool: { platforms: [{ lastFailure: 'The LMS answered 500.' }] },
    });
    parts.platform.failures.splice(0);
    // The pause is over.
    await parts.lab.sql('UPDATE lti_passbacks SET due_at = now() WHERE due_at IS NOT NULL');
    await until(
      () => shown(),
      ({ passback }) => passback.state === 'SENT',
    );
    expect(sentTo()).toEqual([[parts.learner.sub, 70]]);
    expect(parts.platform.scores.get(parts.lineItem)?.[0]).toMatchObject({
      scoreMaximum: 100,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
    });
    expect((await shown()).passback).toMatchObject({ sentPoints: 70, lastFailure: null });
  });

  it('sends nothing that is held, and all of it once it is released', async () => {
    await hold(true);
    await certify(90);
    await settled();
    expect(sentTo()).toHaveLength(1);
    await hold(false);
    await until(sent, ({ length }) => length === 2);
    expect(sentTo().at(-1)).toEqual([parts.learner.sub, 90]);
  });

  it('sends again what an instructor wants sent again, and nothing twice by itself', async () => {
    await settled();
    const { link } = await shown();
    await parts.lab.sql('UPDATE lti_passbacks SET due_at = now(), requests = requests + 1');
    await settled();
    expect(sentTo()).toHaveLength(2);
    expect(await ask(parts.instructor, RESEND, { id: link.id })).toEqual({
      resendGrades: expect.any(Number),
    });
    await until(sent, ({ length }) => length === 3);
  });

  it('tells who never came from the platform, and sends once they did', async () => {
    const [other] = await parts.lab.sql<{ id: string }>(
      `SELECT e.user_id AS id FROM enrollments e WHERE e.cohort_id = $1 AND NOT EXISTS (
        SELECT 1 FROM lti_accounts a WHERE a.user_id = e.user_id) LIMIT 1`,
      [parts.cohort.id],
    );
    const { passback, link } = await shown(other?.id);
    expect(passback.state).toBe('NOT_LINKED');
    expect(link.notLinked).toBeGreaterThan(0);
    await certifiedRun(databases, {
      organizationId: DEMO,
      studentId: other?.id ?? '',
      assignmentSlug: SLUG,
      points: 55,
    });
    await parts.lab.sql(
      `INSERT INTO lti_accounts (organization_id, platform_id, subject, user_id)
       SELECT organization_id, platform_id, 'late-comer', $1 FROM lti_links WHERE id = $2`,
      [other?.id, link.id],
    );
    await until(sent, (all) => all.some(([subject]) => subject === 'late-comer'));
    expect(sentTo().at(-1)).toEqual(['late-comer', 55]);
  });

  it('is for instructors of the organization alone', async () => {
    const { link } = await shown();
    const own = new LaunchingBrowser(parts.lab.url, 'demo');
    await own.launch(parts.platform, parts.learner, parts.platform.link('link-1', null));
    expect(await parts.lab.codeOf({ cookie: own.cookie }, RESEND, { id: link.id })).toBe('FORBIDDEN');
    const foreign = await parts.lab.signIn('instructor@other.holdout');
    expect(await parts.lab.codeOf({ cookie: foreign }, RESEND, { id: link.id })).toBe('NOT_FOUND');
  });
}

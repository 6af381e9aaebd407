import {
  candidatePlace,
  candidateProjects,
  createDatabase,
  newId,
  PersonalData,
  searchCandidates,
} from '@holdout/db';
import { DEMO, type ApiLab } from '../support/api-lab.js';
import type { Headers, PortfolioLab } from '../support/portfolio-lab.js';
import { until } from '../support/until.js';

const nobody = {};
const SEARCH = `query ($filter: CandidateFilterInput, $first: Int, $after: String) { candidates(filter: $filter, first: $first, after: $after) {
  candidates { id name headline issuerName skills { skill points } results { assignmentSlug points low high } } pageInfo { hasNextPage endCursor } } }`;
const ONE = 'query ($id: ID!) { candidate(id: $id) { id name results { points } } }';
const COMPARE = `query ($ids: [ID!]!) { compareCandidates(ids: $ids) { candidates { name }
  projects { assignmentSlug results { candidateId points verdict isPaired } } } }`;
const PUT =
  'mutation ($id: ID!, $note: String!) { putOnShortlist(candidateId: $id, note: $note) { note candidate { name } } }';
const LIST = '{ shortlist { note candidate { name } } }';
const ASK =
  'mutation ($id: ID!) { requestContact(candidateId: $id, message: "We build risk models.") { id status address } }';
const SENT = '{ sentContactRequests { status address } }';
const RECEIVED = '{ receivedContactRequests { id managerName organizationName message status } }';
const ANSWER = 'mutation ($id: ID!) { answerContactRequest(id: $id, isAccepted: true) { status } }';
const CONSENT = 'mutation ($isGiven: Boolean!) { consentToSearch(isGiven: $isGiven) { searchableSince } }';

/** What hiring managers of other organizations see, in the same deployment as the portfolios: see `portfolios`. */
export function hiringCases(portfolioOf: () => PortfolioLab): void {
  let portfolio: PortfolioLab;
  let lab: ApiLab;
  let student: Headers;
  let manager: { cookie: string };
  let id: string;
  const consent = (isGiven: boolean, headers = student) => lab.codeOf(headers, CONSENT, { isGiven });
  const found = async (filter: object = {}): Promise<string[]> => {
    const { data, errors } = await lab.ask<{ candidates: { candidates: { name: string }[] } }>(
      manager,
      SEARCH,
      { filter },
    );
    if (!data) throw new Error(errors?.[0]?.message);
    return data.candidates.candidates.map(({ name }) => name);
  };

  const searchable = async () =>
    (
      await lab.ask<{ searchableProjects: object[] }>(
        manager,
        '{ searchableProjects { slug metrics { name direction } } }',
      )
    ).data?.searchableProjects;

  beforeAll(async () => {
    portfolio = portfolioOf();
    lab = portfolio.api;
    student = portfolio.student;
    manager = { cookie: await lab.signIn('manager@brightwater.holdout') };
    await portfolio.publish(false);
    await portfolio.save();
    id = await portfolio.portfolioId();
  });

  it('finds who consented, by what they show, and nobody else', async () => {
    expect([await found(), await lab.codeOf(manager, ONE, { id })]).toEqual([[], 'NOT_FOUND']);
    expect(await consent(true)).toBe('ok');
    const who = ['Sam Okafor'];
    for (const filter of [
      {},
      { skill: 'MATHEMATICS', skillPoints: 90 },
      { assignmentSlug: 'tabular-risk', points: 90 },
      { metric: 'auc', metricValue: 0.83 },
      { location: 'berl', withinDays: 1 },
      { location: 'Tokyo' }, // open to remote work
    ]) {
      expect([filter, await found(filter)]).toEqual([filter, who]);
    }
    for (const filter of [
      { skill: 'MATHEMATICS', skillPoints: 91 },
      { skill: 'DOMAINS' },
      { assignmentSlug: 'forecasting' },
      { points: 90.5 },
      { metric: 'auc', metricValue: 0.84 },
      { metric: 'brier', metricValue: 1 },
    ]) {
      expect([filter, await found(filter)]).toEqual([filter, []]);
    }
    expect((await lab.ask(manager, ONE, { id })).data).toMatchObject({
      candidate: { results: [{ points: 90 }] },
    });
    expect(await searchable()).toEqual([
      { slug: 'tabular-risk', metrics: [{ name: 'auc', direction: 'HIGHER' }] },
    ]);
    expect(await lab.codeOf(manager, SEARCH, { after: 'nonsense' })).toBe('BAD_USER_INPUT');
    expect(await lab.codeOf(manager, SEARCH, { filter: { withinDays: 0 } })).toBe('BAD_USER_INPUT');
  });

  it.each([
    [{ skillPoints: 80 }, 'skill'],
    [{ metricValue: 0.8 }, 'metric'],
    [{ metric: 'auc' }, 'metricValue'],
  ])('refuses half of a condition, %j, and names what is missing', async (filter, field) => {
    const { errors } = await lab.ask(manager, SEARCH, { filter });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('finds no metric that is not shown, no location that is not sought, and a pseudonym where there is one', async () => {
    await portfolio.save({
      pseudonym: 'Grey Heron',
      isRemote: false,
      items: [portfolio.item({ showsMetrics: false })],
    });
    expect(await found({ metric: 'auc', metricValue: 0.1 })).toEqual([]);
    expect([await found({ location: 'Tokyo' }), await found()]).toEqual([[], ['Grey Heron']]);
    expect(await searchable()).toEqual([{ slug: 'tabular-risk', metrics: [] }]);
    await portfolio.save({ items: [] });
    expect([await found(), await searchable()]).toEqual([[], []]);
    await portfolio.save();
    expect(await found()).toEqual(['Sam Okafor']);
  });

  it('lists what the portfolio says now, and no name whose key is gone', async () => {
    const listed = async () => {
      const { data } = await lab.ask<{ candidates: { candidates: object[] } }>(manager, SEARCH, {
        filter: {},
      });
      return data?.candidates.candidates;
    };
    await portfolio.save({ headline: 'Forecasts' });
    expect(await listed()).toMatchObject([
      {
        name: 'Sam Okafor',
        headline: 'Forecasts',
        results: [{ assignmentSlug: 'tabular-risk', points: 90 }],
      },
    ]);
    await portfolio.save({ headline: 'Risk models', pseudonym: 'Grey Heron' });
    expect(await listed()).toMatchObject([{ name: 'Grey Heron', headline: 'Risk models' }]);
    const [{ key }] = (await lab.sql(
      `DELETE FROM user_keys WHERE user_id = $1 RETURNING encode(wrapped_key, 'hex') AS key`,
      [portfolio.studentId],
    )) as [{ key: string }];
    expect(await listed()).toHaveLength(1);
    await portfolio.save();
    expect(await listed()).toEqual([]);
    await lab.sql(`INSERT INTO user_keys (user_id, wrapped_key) VALUES ($1, decode($2, 'hex'))`, [
      portfolio.studentId,
      key,
    ]);
    expect(await found()).toEqual(['Sam Okafor']);
  });

  it('sees a regrade at once, and nobody whose pass was taken back', async () => {
    const rescore = (value: number) =>
      lab.sql(
        `INSERT INTO scores SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'value', $2::float8,
           'is_passed', $2::float8 >= 70, 'created_at', clock_timestamp()))).*
         FROM scores s WHERE s.run_id = $1 ORDER BY created_at DESC LIMIT 1`,
        [portfolio.pass.runId, value],
      );
    await rescore(60);
    expect(await found()).toEqual([]);
    await rescore(95);
    // Where the worker took the pass back in between, it is issued anew first.
    await until(
      () => found({ points: 95 }),
      (who) => who.join() === 'Sam Okafor',
    );
    await until(
      () => lab.sql(`SELECT 1 FROM credential_tasks`),
      ({ length }) => length === 0,
    );
  });

  it('compares candidates with what can be told apart', async () => {
    const sample = { cookie: await lab.signIn('sample@demo.holdout') };
    const otherId = await portfolio.userId('sample@demo.holdout');
    const other = await portfolio.passOf(otherId, 80);
    await lab.ask(sample, 'mutation { beginPortfolio { id } }');
    await portfolio.save(
      { slug: 'a-second-one', items: [portfolio.item({ submissionId: other.submissionId })] },
      sample,
    );
    await consent(true, sample);
    const ids = [id, await portfolio.portfolioId(otherId)];
    const { data } = await lab.ask(manager, COMPARE, { ids });
    expect(data).toEqual({
      compareCandidates: {
        candidates: [{ name: 'Sam Okafor' }, { name: 'Bundled reference' }],
        projects: [
          {
            assignmentSlug: 'tabular-risk',
            results: [
              { candidateId: ids[0], points: 95, verdict: 'BEST', isPaired: true },
              { candidateId: ids[1], points: 80, verdict: 'LOWER', isPaired: true },
            ],
          },
        ],
      },
    });
    expect(await lab.codeOf(manager, COMPARE, { ids: [id] })).toBe('BAD_USER_INPUT');
    const page = await lab.ask<{ candidates: { pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
      manager,
      SEARCH,
      {
        first: 1,
      },
    );
    const { endCursor: after, hasNextPage } = page.data!.candidates.pageInfo;
    expect(hasNextPage).toBe(true);
    const next = await lab.ask<{ candidates: { candidates: object[] } }>(manager, SEARCH, {
      first: 1,
      after,
    });
    expect(next.data?.candidates.candidates).toHaveLength(1);
    // Of the same project, but another kind of result: one shows its metrics, the other does not.
    await portfolio.save(
      {
        slug: 'a-second-one',
        items: [portfolio.item({ submissionId: other.submissionId, showsMetrics: false })],
      },
      sample,
    );
    expect(await searchable()).toEqual([
      { slug: 'tabular-risk', metrics: [{ name: 'auc', direction: 'HIGHER' }] },
    ]);
    await consent(false, sample);
  });

  it('shortlists, asks once, and hears the address of whoever accepts', async () => {
    expect(await lab.codeOf(manager, PUT, { id, note: 'Call in May.' })).toBe('ok');
    expect((await lab.ask(manager, PUT, { id, note: 'Call in June.' })).data).toEqual({
      putOnShortlist: [{ note: 'Call in June.', candidate: { name: 'Sam Okafor' } }],
    });
    expect(await lab.codeOf(manager, PUT, { id, note: 'x'.repeat(2001) })).toBe('BAD_USER_INPUT');
    expect((await lab.ask(manager, ASK, { id })).data).toMatchObject({
      requestContact: [{ status: 'SENT', address: null }],
    });
    expect(await lab.codeOf(manager, ASK, { id })).toBe('CONFLICT');
    const { data } = await lab.ask<{ receivedContactRequests: { id: string }[] }>(student, RECEIVED);
    const [request] = data!.receivedContactRequests;
    expect(request).toMatchObject({
      managerName: 'Mara Solheim',
      organizationName: 'Brightwater Labs',
      status: 'SENT',
    });
    const told = await lab.ask(
      student,
      '{ notifications(first: 1) { notifications { kind assignmentSlug } } }',
    );
    expect(told.data).toMatchObject({
      notifications: { notifications: [{ kind: 'CONTACTED', assignmentSlug: null }] },
    });
    for (const email of ['sample@demo.holdout', 'student@other.holdout']) {
      const headers = { cookie: await lab.signIn(email) };
      expect((await lab.ask(headers, RECEIVED)).data).toEqual({ receivedContactRequests: [] });
      expect(await lab.codeOf(headers, ANSWER, { id: request?.id })).toBe('NOT_FOUND');
    }
    expect(await lab.codeOf(student, ANSWER, { id: request?.id })).toBe('ok');
    expect(await lab.codeOf(student, ANSWER, { id: request?.id })).toBe('NOT_FOUND'); // once
    expect((await lab.ask(manager, SENT)).data).toEqual({
      sentContactRequests: [{ status: 'ACCEPTED', address: 'student@demo.holdout' }],
    });
    const colleague = { cookie: await lab.signIn('manager@demo.holdout') };
    expect((await lab.ask(colleague, SENT)).data).toEqual({ sentContactRequests: [] });
    expect((await lab.ask(colleague, LIST)).data).toEqual({ shortlist: [] });
  });

  it('has nothing left of a student who withdraws', async () => {
    expect(await consent(false)).toBe('ok');
    expect(await found()).toEqual([]);
    for (const query of [ONE, PUT, ASK]) {
      expect(await lab.codeOf(manager, query, { id, note: '' })).toBe('NOT_FOUND');
    }
    expect((await lab.ask(manager, LIST)).data).toEqual({ shortlist: [] });
    expect((await lab.ask(manager, SENT)).data).toEqual({ sentContactRequests: [] });
    expect((await lab.ask(student, RECEIVED)).data).toEqual({ receivedContactRequests: [] });
    const [left] = await lab.sql<{
      n: number;
    }>(`SELECT (SELECT count(*) FROM candidate_projections) + (SELECT count(*) FROM candidate_results)
      + (SELECT count(*) FROM shortlist_entries) + (SELECT count(*) FROM contact_requests) AS n`);
    expect(Number(left?.n)).toBe(0);
  });

  it('loses a student who leaves, and is nobody to the functions of the database without the role', async () => {
    await consent(true);
    const api = createDatabase({ url: lab.test.apiUrl, max: 1 });
    const mara = await portfolio.userId('manager@brightwater.holdout');
    const { studentId } = portfolio;
    const [company] = await lab.sql<{ id: string }>(
      `SELECT id FROM organizations WHERE slug = 'brightwater'`,
    );
    const filter = {
      skill: null,
      skillPoints: null,
      assignmentSlug: null,
      points: null,
      metric: null,
      metricValue: null,
      since: null,
      location: null,
    };
    const personal = new PersonalData('ab'.repeat(32));
    const count = (organizationId: string, userId: string | null) =>
      api.inTenant({ organizationId, userId }, async (tx) => {
        const { cards } = await searchCandidates(tx, personal, filter, { first: 5, after: null });
        return [cards.length, (await candidatePlace(tx, id)) ? 1 : 0, (await candidateProjects(tx)).length];
      });
    expect(await count(company!.id, mara)).toEqual([1, 1, 1]);
    expect(await count(company!.id, null)).toEqual([0, 0, 0]);
    expect(await count(company!.id, studentId)).toEqual([0, 0, 0]);
    expect(await count(DEMO, mara)).toEqual([0, 0, 0]); // a role of another organization
    expect(await count(DEMO, studentId)).toEqual([0, 0, 0]);
    await api.close();
    await lab.sql(`UPDATE memberships SET role = 'TEACHING_ASSISTANT' WHERE user_id = $1`, [
      portfolio.studentId,
    ]);
    expect(await found()).toEqual([]);
    await lab.sql(`UPDATE memberships SET role = 'STUDENT' WHERE user_id = $1`, [portfolio.studentId]);
    // Coming back is no consent.
    expect(await found()).toEqual([]);
    expect(await lab.sql(`SELECT searchable_since FROM portfolios WHERE id = $1`, [id])).toEqual([{ searchable_since: null }]); // prettier-ignore
  });

  it('alone may search, compare, shortlist and ask', async () => {
    const managers: [string, object][] = [
      [SEARCH, {}],
      ['{ searchableProjects { slug } }', {}],
      [ONE, { id }],
      [COMPARE, { ids: [id, newId()] }],
      [LIST, {}],
      [PUT, { id, note: '' }],
      ['mutation ($id: ID!) { takeOffShortlist(candidateId: $id) { note } }', { id }],
      [SENT, {}],
      [ASK, { id }],
    ];
    const students: [string, object][] = [
      [RECEIVED, {}],
      [ANSWER, { id }],
      [CONSENT, { isGiven: true }],
    ];
    const instructor = { cookie: await lab.signIn('instructor@demo.holdout') };
    const codes = async (headers: object, list: typeof managers) =>
      new Set(
        await Promise.all(
          list.map(([query, variables]) => lab.codeOf({ ...headers }, query, { ...variables })),
        ),
      );
    expect(await codes(student, managers)).toEqual(new Set(['FORBIDDEN']));
    expect(await codes(instructor, [...managers, ...students])).toEqual(new Set(['FORBIDDEN']));
    expect(await codes(manager, students)).toEqual(new Set(['FORBIDDEN']));
    expect(await codes(nobody, [...managers, ...students])).toEqual(new Set(['UNAUTHENTICATED']));
  });
}

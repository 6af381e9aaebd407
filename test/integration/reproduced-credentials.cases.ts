import { PUBLIC_URL, type ApiLab } from '../support/api-lab.js';
import type { Headers, PortfolioLab } from '../support/portfolio-lab.js';

const ASK =
  'mutation ($slug: String!, $id: ID!) { reproduceCredential(issuerSlug: $slug, id: $id) { verdict } }';
const CREDENTIALS = '{ myCredentials { id isOfStage status document reproductions { verdict } } }';
const PUBLISHED =
  '{ publishedPortfolio(slug: "sam-okafor") { issuerSlug results { credentialId reproductions { verdict } } } }';
const OF_RUN = 'query ($id: ID!) { run(id: $id) { reproductions { verdict requestedBy isRunVisible } } }';
const LIMIT = `mutation { setQuota(input: { cpuSeconds: 0, reason: "Spent" }) { id } }`;

interface Shown {
  id: string;
  isOfStage: boolean;
  document: string;
  reproductions: { verdict: string | null }[];
}

/** Having the result behind a credential run again. */
export function reproducedCredentialCases(portfolioOf: () => PortfolioLab): void {
  let portfolio: PortfolioLab;
  let lab: ApiLab;
  let manager: Headers;
  let instructor: Headers;
  let credential: Shown;

  const ask = (headers: object, id = credential.id, slug = 'demo') =>
    lab.codeOf({ ...headers }, ASK, { slug, id });
  const as = async (email: string): Promise<Headers> => ({ cookie: await lab.signIn(email) });
  const own = async (): Promise<Shown[]> =>
    (await lab.ask<{ myCredentials: Shown[] }>(portfolio.student, CREDENTIALS)).data?.myCredentials ?? [];
  /** What anyone reads who holds the credential: below the address of its receipt. */
  async function published(): Promise<{ text: string; verdicts: string[] }> {
    const { relatedResource } = JSON.parse(credential.document) as { relatedResource: { id: string }[] };
    const address = `${relatedResource[0]?.id}/reproductions`.replace(PUBLIC_URL, lab.url);
    const text = await (await fetch(address)).text();
    const { reproductions } = JSON.parse(text) as { reproductions: { verdict: string }[] };
    return { text, verdicts: reproductions.map(({ verdict }) => verdict) };
  }
  /** Ends what is under way as a worker does. */
  async function end(verdict: string): Promise<void> {
    const [row] = await lab.sql<{ run_id: string }>(
      `UPDATE reproductions SET verdict = $1::"ReproductionVerdict", finished_at = now() WHERE verdict IS NULL RETURNING run_id`,
      [verdict],
    );
    await lab.sql(
      `UPDATE runs SET status = 'FINISHED', outcome = 'SCORED', finished_at = now() WHERE id = $1`,
      [row?.run_id],
    );
  }

  beforeAll(async () => {
    portfolio = portfolioOf();
    lab = portfolio.api;
    manager = await as('manager@brightwater.holdout');
    instructor = await as('instructor@demo.holdout');
    await lab.sql(
      `SET session_replication_role = replica; UPDATE runs SET salt = '${'ab'.repeat(32)}' WHERE id = '${portfolio.pass.runId}'`,
    );
    credential = (await own()).find(({ isOfStage }) => !isOfStage)!;
    await portfolio.publish(false);
    await portfolio.save();
    await lab.sql('UPDATE share_links SET revoked_at = now() WHERE revoked_at IS NULL');
  });

  it('is for its student, who teaches where it was issued, and hiring managers who can open it', async () => {
    expect(await ask({})).toBe('UNAUTHENTICATED');
    expect(await ask(await as('ta@demo.holdout'))).toBe('FORBIDDEN');
    for (const email of ['sample@demo.holdout', 'student@other.holdout', 'instructor@other.holdout'])
      expect([email, await ask(await as(email))]).toEqual([email, 'NOT_FOUND']);
    expect(await ask(manager)).toBe('NOT_FOUND'); // not shown to anyone yet
    expect(await ask(portfolio.student, credential.id, 'other')).toBe('NOT_FOUND');
    const ofStage = (await own()).find(({ isOfStage }) => isOfStage);
    expect(await ask(instructor, ofStage?.id)).toBe('CONFLICT');
    expect(await published()).toMatchObject({ verdicts: [] });
  });

  it('appends its verdict for everyone who verifies, and says nobody’s name', async () => {
    await portfolio.publish(true);
    expect(await ask(manager)).toBe('ok');
    expect(await ask(instructor)).toBe('CONFLICT'); // one at a time
    expect(await published()).toMatchObject({ verdicts: [] });
    await end('IDENTICAL');
    expect(JSON.parse((await published()).text)).toEqual({
      reproductions: [{ verdict: 'IDENTICAL', at: expect.stringMatching(/^20/) as string }],
    });
    expect((await own()).find(({ id }) => id === credential.id)?.reproductions).toEqual([
      { verdict: 'IDENTICAL' },
    ]);
    expect((await lab.ask({}, PUBLISHED)).data).toMatchObject({
      publishedPortfolio: {
        issuerSlug: 'demo',
        results: [{ credentialId: credential.id, reproductions: [{ verdict: 'IDENTICAL' }] }],
      },
    });
    const run = { id: portfolio.pass.runId };
    const seen = { verdict: 'IDENTICAL', requestedBy: null };
    expect((await lab.ask(portfolio.student, OF_RUN, run)).data).toMatchObject({
      run: { reproductions: [{ ...seen, isRunVisible: false }] },
    });
    expect((await lab.ask(instructor, OF_RUN, run)).data).toMatchObject({ run: { reproductions: [seen] } });
  });

  it('is paid from the quota of the organization that issued it, which is named when that is spent', async () => {
    const admin = await as('admin@demo.holdout');
    const { data } = await lab.ask<{ setQuota: { id: string } }>(admin, LIMIT);
    const { errors } = await lab.ask(manager, ASK, { slug: 'demo', id: credential.id });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('charged to the organization that issued the result') as string,
      extensions: { code: 'CONFLICT' },
    });
    expect(
      await lab.codeOf(admin, 'mutation ($id: ID!) { removeQuota(id: $id) }', { id: data?.setQuota.id }),
    ).toBe('ok');
  });

  it('is asked for so often in a week, by whomever, and by nobody from whom it was taken back', async () => {
    expect(await ask(portfolio.student)).toBe('ok');
    await end('INCONCLUSIVE'); // tells nobody anything, and is not counted
    expect(await ask(portfolio.student)).toBe('ok');
    await end('DIFFERENT');
    expect(await ask(instructor)).toBe('ok');
    await end('IMAGE_GONE');
    for (const headers of [manager, instructor, portfolio.student])
      expect(await ask(headers)).toBe('RATE_LIMITED');
    await portfolio.publish(false);
    expect(await ask(manager)).toBe('NOT_FOUND');
    // What was found stands, wanted or not.
    expect((await published()).verdicts).toEqual(['IMAGE_GONE', 'DIFFERENT', 'IDENTICAL']);
  });
}

import type { RosterReport } from '@holdout/domain';
import { PUBLIC_URL, type ApiLab } from '../support/api-lab.js';
import { LaunchingBrowser } from '../support/lti-platform-simulator/browser.js';
import type { LtiPlatformSimulator, SimulatedPerson } from '../support/lti-platform-simulator/simulator.js';

const LAUNCH = `query ($id: ID!) { ltiLaunch(organizationSlug: "demo", launchId: $id) { step } }`;

interface Parts {
  lab: ApiLab;
  platform: LtiPlatformSimulator;
  cohort: { id: string; slug: string };
  cookies: Record<'instructor' | 'student' | 'foreign', string>;
  admit: (admitsPeople: boolean, highestRole?: string) => Promise<void>;
  /** Both launched already. */
  learner: SimulatedPerson;
  teacher: SimulatedPerson;
}

/** Links that who teaches adds to a course, and the course's students: see `lti`. */
export function ltiCoursesCases(partsOf: () => Parts): void {
  let parts: Parts;
  beforeAll(() => {
    parts = partsOf();
  });
  const browser = () => new LaunchingBrowser(parts.lab.url, 'demo');
  const refusal = (path: string) => new URL(path, 'http://x').searchParams.get('reason');

  describe('who teaches adds a link to the course', () => {
    const form = (cookie: string, more: object = {}, headers: object = {}) =>
      fetch(`${parts.lab.url}/lti/demo/choose`, {
        method: 'POST',
        headers: { cookie, origin: PUBLIC_URL, ...headers },
        body: new URLSearchParams({ cohort: parts.cohort.id, assignment: 'tabular-risk', ...more }),
      });

    it('and what they chose goes back signed, with a column for its grades', async () => {
      const own = browser();
      const launch =
        (await own.launch(parts.platform, parts.teacher, parts.platform.choosing)).split('/').at(-1) ?? '';
      expect(await parts.lab.ask({ cookie: own.cookie }, LAUNCH, { id: launch })).toMatchObject({
        data: { ltiLaunch: { step: 'ADD' } },
      });
      const page = await (await form(own.cookie, { launch })).text();
      expect(page).toContain(`action="${parts.platform.issuer}/chosen"`);
      const claims = await parts.platform.verified(/name="JWT" value="([^"]+)"/.exec(page)?.[1] ?? '');
      expect(claims).toMatchObject({
        'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingResponse',
        'https://purl.imsglobal.org/spec/lti/claim/deployment_id': parts.platform.deploymentId,
        'https://purl.imsglobal.org/spec/lti-dl/claim/data': 'to be given back',
        'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [
          {
            type: 'ltiResourceLink',
            custom: { assignment: 'tabular-risk', cohort: parts.cohort.slug },
            url: `${PUBLIC_URL}/lti/demo/launch`,
            lineItem: { scoreMaximum: 100 },
          },
        ],
      });
      const foreign = await form(own.cookie, { launch }, { origin: 'https://lms.example.org' });
      expect(foreign.status).toBe(403);
      expect((await form(parts.cookies.instructor, { launch })).status).toBe(404);
      expect((await form('', { launch })).status).toBe(401);
    });

    it('which learners may not', async () => {
      expect(refusal(await browser().launch(parts.platform, parts.learner, parts.platform.choosing))).toBe(
        'NOT_INSTRUCTOR',
      );
    });

    it('from a frame only through a tab of its own', async () => {
      const query = new URLSearchParams({ iss: parts.platform.issuer, login_hint: '"><script>' });
      const response = await fetch(`${parts.lab.url}/lti/demo/login?${query}`, {
        headers: { 'sec-fetch-dest': 'iframe' },
      });
      const page = await response.text();
      expect(page).toContain('target="_blank"');
      expect(page).not.toContain('"><script>');
      expect(response.headers.get('x-frame-options')).toBeNull();
      expect(response.headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*frame-ancestors \*/,
      );
    });
  });

  describe('the students of a course', () => {
    const bring = async (cookie: string, isDryRun: boolean, id: string) => {
      const response = await fetch(`${parts.lab.url}/files/lms-roster/${id}?isDryRun=${isDryRun}`, {
        method: 'POST',
        headers: { cookie, origin: PUBLIC_URL },
      });
      return { status: response.status, body: (await response.json()) as RosterReport };
    };
    const linkId = async () =>
      (await parts.lab.sql<{ id: string }>(`SELECT id FROM lti_links WHERE resource_link_id = 'link-1'`))[0]
        ?.id ?? '';

    it('are tried, then enrolled or invited, and a second time changes nothing', async () => {
      parts.platform.members.push(
        parts.learner,
        parts.teacher,
        { sub: 'u-8', name: 'Hidden', roles: ['Learner'] },
        { sub: 'u-9', email: 'Fresh@LMS.test', roles: ['Learner'] },
        { sub: 'u-10', email: 'gone@lms.test', roles: ['Learner'], status: 'Inactive' },
      );
      const id = await linkId();
      const tried = await bring(parts.cookies.instructor, true, id);
      expect(tried.body).toMatchObject({ isDryRun: true, invited: 1, unchanged: 1, refused: 1 });
      expect(tried.body.rows).toMatchObject([
        { email: 'lena@lms.test', result: 'UNCHANGED' },
        { email: 'Hidden', result: 'REFUSED' },
        { email: 'fresh@lms.test', role: 'STUDENT', result: 'INVITED', link: null },
      ]);
      await parts.lab.sql(
        `UPDATE enrollments SET withdrawn_at = now() WHERE user_id = (SELECT user_id FROM lti_accounts WHERE subject = 'u-1')`,
      );
      const brought = await bring(parts.cookies.instructor, false, id);
      expect(brought.body.rows[2]?.link).toMatch(/\/invitation\/[\w-]{20,}$/);
      const [back] = await parts.lab.sql<{ withdrawnAt: Date | null }>(
        `SELECT withdrawn_at AS "withdrawnAt" FROM enrollments WHERE user_id = (SELECT user_id FROM lti_accounts WHERE subject = 'u-1')`,
      );
      expect(back?.withdrawnAt).toBeNull();
      const recorded = await parts.lab.sql(
        `SELECT i.source, i.invited, i.placed, i.unchanged, i.refused, array_agg(r.change::text ORDER BY r.line) AS changes
         FROM roster_imports i JOIN roster_rows r ON r.import_id = i.id GROUP BY i.id`,
      );
      expect(recorded).toEqual([
        { source: 'LMS', invited: 1, placed: 1, unchanged: 0, refused: 1, changes: ['ENROLLED', 'INVITED'] },
      ]);
      expect((await bring(parts.cookies.instructor, false, id)).body).toMatchObject({
        invited: 0,
        unchanged: 2,
      });
    });

    it('are brought by instructors of the organization alone, and where the platform may bring anybody', async () => {
      const id = await linkId();
      expect((await bring(parts.cookies.student, true, id)).status).toBe(403);
      expect((await bring(parts.cookies.foreign, true, id)).status).toBe(404);
      parts.platform.failures.push(503);
      const failed = await bring(parts.cookies.instructor, true, id);
      expect([failed.status, JSON.stringify(failed.body)]).toEqual([
        409,
        expect.stringContaining('answered 503'),
      ]);
      await parts.admit(false);
      expect((await bring(parts.cookies.instructor, true, id)).status).toBe(409);
      await parts.admit(true, 'INSTRUCTOR');
    });
  });
}

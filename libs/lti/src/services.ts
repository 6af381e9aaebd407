import { clientCredentialsGrant, fetchProtectedResource, type Configuration } from 'openid-client';
import { z } from 'zod';
import { serviceConfiguration, type Platform, type Reach } from './platform.js';
import type { ToolKey } from './tool-key.js';

const SCORE = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
const MEMBERS = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const SCORE_TYPE = 'application/vnd.ims.lis.v1.score+json';
const MEMBERS_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
const MOST_PAGES = 50;

/** A platform did not do what was asked. Says what it answered, never with which words: they may hold anything. */
export class PlatformFailedError extends Error {
  override readonly name = 'PlatformFailedError';
}

export interface LmsScore {
  /** The platform's id of the person. */
  subject: string;
  points: number;
  mostPoints: number;
  /** Somebody still has to grade a part of it. */
  isProvisional: boolean;
  at: Date;
}

export interface LmsMember {
  subject: string;
  email: string | null;
  name: string | null;
  roles: string[];
  isActive: boolean;
}

const memberPage = z.object({
  members: z.array(
    z.object({
      user_id: z.string().min(1).max(255),
      email: z.string().max(254).optional(),
      name: z.string().optional(),
      status: z.string().optional(),
      roles: z.array(z.string()).default([]),
    }),
  ),
});

/** Speaks to the services of one platform in the name of an organization. Its tokens last as long as the object. */
export class PlatformServices {
  private readonly configuration: Configuration;
  private readonly tokens = new Map<string, { token: string; until: number }>();

  constructor(platform: Platform, reach: Reach, key: ToolKey) {
    this.configuration = serviceConfiguration(platform, reach, key);
  }

  /** Posts a grade to the platform's gradebook, in place of the one before. @throws PlatformFailedError */
  async sendScore(lineItemUrl: string, score: LmsScore): Promise<void> {
    const url = new URL(lineItemUrl);
    // Some platforms have a query at the end.
    url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`;
    const body = JSON.stringify({
      userId: score.subject,
      scoreGiven: score.points,
      scoreMaximum: score.mostPoints,
      timestamp: score.at.toISOString(),
      activityProgress: 'Completed',
      gradingProgress: score.isProvisional ? 'PendingManual' : 'FullyGraded',
    });
    await this.ask(SCORE, url, { method: 'POST', body, headers: { 'content-type': SCORE_TYPE } });
  }

  /** Everyone in a course. @throws PlatformFailedError */
  async members(membersUrl: string): Promise<LmsMember[]> {
    const found: LmsMember[] = [];
    let next: URL | null = new URL(membersUrl);
    for (let page = 0; next; page += 1) {
      if (page === MOST_PAGES)
        throw new PlatformFailedError(`The LMS lists members on more than ${MOST_PAGES} pages.`);
      const answer: Response = await this.ask(MEMBERS, next, {
        method: 'GET',
        headers: { accept: MEMBERS_TYPE },
      });
      found.push(...(await membersIn(answer)));
      next = nextPage(answer, next);
    }
    return found;
  }

  private async ask(
    scope: string,
    url: URL,
    { method, body, headers }: { method: string; body?: string; headers: Record<string, string> },
  ): Promise<Response> {
    const token = await this.token(scope);
    const answer = await reached(() =>
      fetchProtectedResource(this.configuration, token, url, method, body, new Headers(headers)),
    );
    if (answer.ok) return answer;
    // The token may have been revoked.
    if (answer.status === 401) this.tokens.delete(scope);
    throw new PlatformFailedError(`The LMS answered ${answer.status}.`);
  }

  private async token(scope: string): Promise<string> {
    const known = this.tokens.get(scope);
    if (known && known.until > Date.now()) return known.token;
    const answer = await reached(() => clientCredentialsGrant(this.configuration, { scope }));
    const token = answer.access_token;
    const seconds = Math.max(0, (answer.expires_in ?? 0) - 60);
    this.tokens.set(scope, { token, until: Date.now() + seconds * 1000 });
    return token;
  }
}

async function membersIn(answer: Response): Promise<LmsMember[]> {
  const page = memberPage.safeParse(await answer.json().catch(() => null));
  if (!page.success) throw new PlatformFailedError('The LMS answered with no list of members.');
  return page.data.members.map(({ user_id, email, name, status = 'Active', roles }) => ({
    subject: user_id,
    email: email?.trim().toLowerCase() || null,
    name: name?.trim() || null,
    roles,
    isActive: status === 'Active',
  }));
}

/** The next page's address, from the Link header. */
function nextPage(answer: Response, current: URL): URL | null {
  const [, next] = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(answer.headers.get('link') ?? '') ?? [];
  return next ? new URL(next, current) : null;
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new PlatformFailedError(whyOf(error), { cause: error });
  }
}

function whyOf(error: unknown): string {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  if (typeof status === 'number') return `The LMS gave no token: it answered ${status}.`;
  return 'The LMS could not be reached, or its answer could not be read.';
}

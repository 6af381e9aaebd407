import { buildAuthorizationUrl, implicitAuthentication, ClientError } from 'openid-client';
import { launchMessage, type LaunchMessage } from './claims.js';
import { launchConfiguration, type Platform, type Reach } from './platform.js';

/** Why a launch is refused. */
export type LaunchRefusal =
  /** The token is not the platform's, not for us, not for this launch, or out of date. */
  | 'NOT_PROVEN'
  /** The token is right, and says something that LTI 1.3 does not. */
  | 'NOT_LTI'
  /** The platform's keys could not be fetched. */
  | 'PLATFORM_AWAY';

export class LaunchRefusedError extends Error {
  override readonly name = 'LaunchRefusedError';
  constructor(
    readonly reason: LaunchRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface Begun {
  launchUrl: string;
  loginHint: string;
  messageHint: string | null;
  state: string;
  nonce: string;
}

/** Where the browser goes to have the platform say who it is. */
export function authenticationUrl(platform: Platform, reach: Reach, begun: Begun): URL {
  return buildAuthorizationUrl(launchConfiguration(platform, reach), {
    scope: 'openid',
    response_mode: 'form_post',
    prompt: 'none',
    redirect_uri: begun.launchUrl,
    state: begun.state,
    nonce: begun.nonce,
    login_hint: begun.loginHint,
    ...(begun.messageHint && { lti_message_hint: begun.messageHint }),
  });
}

interface Answered {
  /** What the platform had the browser post. */
  form: URLSearchParams;
  launchUrl: string;
  state: string;
  nonce: string;
}

/** Checks signature, issuer, audience, times and nonce, then what is said. @throws LaunchRefusedError */
export async function verifiedLaunch(
  platform: Platform,
  reach: Reach,
  { form, launchUrl, state, nonce }: Answered,
): Promise<LaunchMessage> {
  const claims = await claimsOf(platform, reach, {
    request: new Request(launchUrl, { method: 'POST', body: form }),
    state,
    nonce,
  });
  const message = launchMessage.safeParse(claims);
  if (message.success) return message.data;
  const [issue] = message.error.issues;
  throw new LaunchRefusedError('NOT_LTI', `${issue?.path.join('.')}: ${issue?.message}`);
}

async function claimsOf(
  platform: Platform,
  reach: Reach,
  { request, state, nonce }: { request: Request; state: string; nonce: string },
): Promise<object> {
  try {
    const configuration = launchConfiguration(platform, reach);
    return await implicitAuthentication(configuration, request, nonce, { expectedState: state });
  } catch (error) {
    throw new LaunchRefusedError(isAway(error) ? 'PLATFORM_AWAY' : 'NOT_PROVEN', messageOf(error), {
      cause: error,
    });
  }
}

const UNREADABLE = ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_TIMEOUT'];

/** What `fetch` throws, the library wraps without a code. */
function isAway(error: unknown): boolean {
  return error instanceof ClientError && (error.code === undefined || UNREADABLE.includes(error.code));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

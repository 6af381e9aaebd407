import { SignJWT } from 'jose';
import { CLAIM, type LaunchMessage } from './claims.js';
import type { Platform } from './platform.js';
import { ALGORITHM, type ToolKey } from './tool-key.js';

const VALID_FOR = '5 minutes';

/** What a new link in a course is to open. */
interface ChosenLink {
  title: string;
  url: string;
  assignment: string;
  cohort: string;
  mostPoints: number;
}

/** What the browser posts back to the platform: the link that was chosen, with a column of the gradebook for it. */
export function deepLinkingResponse(
  platform: Platform,
  key: ToolKey,
  { deploymentId, choice }: Pick<LaunchMessage, 'deploymentId' | 'choice'>,
  { title, url, assignment, cohort, mostPoints }: ChosenLink,
): Promise<string> {
  const link = {
    type: 'ltiResourceLink',
    title,
    url,
    custom: { assignment, cohort },
    // Browsers keep our cookies back within a frame of another site.
    window: { targetName: '_blank' },
    lineItem: { label: title, scoreMaximum: mostPoints, resourceId: `${cohort}/${assignment}` },
  };
  const claims = {
    [CLAIM.version]: '1.3.0',
    [CLAIM.messageType]: 'LtiDeepLinkingResponse',
    [CLAIM.deploymentId]: deploymentId,
    [CLAIM.contentItems]: [link],
    ...(choice?.data != null && { [CLAIM.data]: choice.data }),
  };
  return new SignJWT({ ...claims, nonce: crypto.randomUUID() })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.id, typ: 'JWT' })
    .setIssuer(platform.clientId)
    .setAudience(platform.issuer)
    .setIssuedAt()
    .setExpirationTime(VALID_FOR)
    .sign(key.privateKey);
}

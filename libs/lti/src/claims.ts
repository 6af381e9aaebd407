import { z } from 'zod';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim';
export const CLAIM = {
  version: `${LTI}/version`,
  messageType: `${LTI}/message_type`,
  deploymentId: `${LTI}/deployment_id`,
  roles: `${LTI}/roles`,
  context: `${LTI}/context`,
  resourceLink: `${LTI}/resource_link`,
  custom: `${LTI}/custom`,
  grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinking: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  contentItems: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
  data: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
} as const;

const MESSAGES = { LtiResourceLinkRequest: 'OPEN', LtiDeepLinkingRequest: 'CHOOSE' } as const;

const short = z.string().min(1).max(255);
const address = z.url({ protocol: /^https?$/ }).max(2000);

/** What a verified id token says, in our words. What we make no use of is dropped. */
export const launchMessage = z
  .object({
    sub: short,
    name: z.string().optional(),
    given_name: z.string().optional(),
    family_name: z.string().optional(),
    email: z.string().max(254).optional(),
    [CLAIM.version]: z.literal('1.3.0'),
    [CLAIM.messageType]: z.enum(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']),
    [CLAIM.deploymentId]: short,
    [CLAIM.roles]: z.array(z.string().max(500)).max(100).default([]),
    [CLAIM.context]: z
      .object({ id: short, title: z.string().optional(), label: z.string().optional() })
      .optional(),
    [CLAIM.resourceLink]: z.object({ id: short, title: z.string().optional() }).optional(),
    [CLAIM.custom]: z.record(z.string(), z.unknown()).optional(),
    [CLAIM.grades]: z.object({ lineitem: address.optional() }).optional(),
    [CLAIM.members]: z.object({ context_memberships_url: address }).optional(),
    [CLAIM.deepLinking]: z.object({ deep_link_return_url: address, data: z.string().optional() }).optional(),
  })
  .transform((claims) => {
    const context = claims[CLAIM.context];
    const choice = claims[CLAIM.deepLinking];
    const custom = claims[CLAIM.custom] ?? {};
    const parts = [claims.given_name, claims.family_name].filter(Boolean).join(' ');
    return {
      kind: MESSAGES[claims[CLAIM.messageType]],
      subject: claims.sub,
      /** As the platform calls them; null where it keeps that to itself. */
      name: (claims.name ?? parts).trim().slice(0, 100) || null,
      email: claims.email?.trim().toLowerCase() || null,
      deploymentId: claims[CLAIM.deploymentId],
      roles: claims[CLAIM.roles],
      context: context
        ? { id: context.id, title: (context.title ?? context.label ?? '').slice(0, 200) }
        : null,
      resourceLinkId: claims[CLAIM.resourceLink]?.id ?? null,
      /** What deep linking left at the link, or its maker wrote there by hand. */
      assignment: text(custom['assignment']),
      cohort: text(custom['cohort']),
      lineItemUrl: claims[CLAIM.grades]?.lineitem ?? null,
      membersUrl: claims[CLAIM.members]?.context_memberships_url ?? null,
      choice: choice ? { returnUrl: choice.deep_link_return_url, data: choice.data ?? null } : null,
    };
  });
export type LaunchMessage = z.output<typeof launchMessage>;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 100 ? value : null;

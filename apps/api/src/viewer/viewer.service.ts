import { Injectable } from '@nestjs/common';
import { brandingOf } from '../organizations/branding.js';
import type { Viewer } from '../operation/viewer.js';
import type { ViewerType } from './viewer.types.js';

@Injectable()
export class ViewerService {
  /** What viewers see about themselves. */
  describe(viewer: Viewer): ViewerType {
    const { organization } = viewer;
    const inIt = viewer.memberships.find((membership) => membership.organizationId === organization?.id);
    return {
      id: viewer.userId,
      name: viewer.name,
      email: viewer.email,
      isOperator: viewer.isOperator,
      memberships: viewer.memberships.map((membership) => ({
        id: membership.id,
        role: membership.role,
        organization: {
          id: membership.organizationId,
          slug: membership.organizationSlug,
          name: membership.organizationName,
        },
      })),
      organization,
      branding: organization && brandingOf(organization.slug, inIt ?? {}),
      opensOneOrganization: viewer.boundTo !== null,
      impersonatedUntil: viewer.impersonation?.expiresAt ?? null,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@holdout/db';
import { Identities } from '../auth/identities.js';
import type { Credentials } from './credentials.js';
import { Operation } from './operation.js';
import type { Viewer } from './viewer.js';

/** Opens operations. */
@Injectable()
export class Operations {
  constructor(
    private readonly database: Database,
    private readonly identities: Identities,
  ) {}

  /** @param address where a request comes from, for limits; null for events, which are nobody's request */
  open(credentials: Credentials, correlationId: string, address: string | null = null): Operation {
    return new Operation(this.database, () => this.viewerOf(credentials), correlationId, address);
  }

  private async viewerOf(credentials: Credentials): Promise<Viewer | null> {
    const known = await this.identities.of(credentials);
    if (!known) return null;
    const { isOperator, memberships } = known.standing;
    const wanted = credentials.organization;
    const chosen = wanted
      ? memberships.find((membership) => membership.organizationSlug === wanted)
      : memberships[0];
    const organization = chosen
      ? { id: chosen.organizationId, slug: chosen.organizationSlug, name: chosen.organizationName }
      : null;
    const inIt = memberships.filter((membership) => membership.organizationId === organization?.id);
    return {
      ...known.identity,
      isOperator,
      memberships,
      organization,
      roles: new Set(inIt.map(({ role }) => role)),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Database, impersonationOf, namesOf, PersonalData } from '@holdout/db';
import { Identities } from '../auth/identities.js';
import type { Credentials } from './credentials.js';
import { Operation } from './operation.js';
import { mayBeImpersonated, type Viewer } from './viewer.js';

/** Opens operations. */
@Injectable()
export class Operations {
  constructor(
    private readonly database: Database,
    private readonly identities: Identities,
    private readonly personal: PersonalData,
  ) {}

  /** @param address where a request comes from, for limits; null for events, which are nobody's request */
  open(credentials: Credentials, correlationId: string, address: string | null = null): Operation {
    return new Operation(this.database, () => this.viewerOf(credentials), correlationId, address);
  }

  /** An admin in the middle of looking as a student; null for everyone else, and once the student is more, or no more. */
  private async asStudent({
    proof,
    userId,
    organization,
    memberships,
    roles,
    boundTo,
  }: Viewer): Promise<Viewer | null> {
    if (proof.kind !== 'session' || !organization || !roles.has('ADMIN')) return null;
    const context = { organizationId: organization.id, userId };
    const found = await this.database.inTenant(context, async (tx) => {
      const by = { adminId: userId, sessionId: proof.sessionId };
      const impersonation = await impersonationOf(tx, by, new Date());
      if (!impersonation) return null;
      const names = await namesOf(tx, this.personal, [impersonation.studentId]);
      return { ...impersonation, name: names.get(impersonation.studentId) };
    });
    if (!found?.name) return null;
    const { id, studentId, name, adminId, expiresAt } = found;
    const standing = await this.database.system.standingOf(studentId);
    if (!mayBeImpersonated(standing, organization.id)) return null;
    const own = memberships.find((membership) => membership.organizationId === organization.id);
    return {
      userId: studentId,
      name,
      email: '',
      proof,
      boundTo,
      isOperator: false,
      // The revision is that of the admin's own work.
      organization: { ...organization, workRevision: null },
      // Where else they are is no business of this organization's.
      memberships: standing.memberships
        .filter(({ organizationId }) => organizationId === organization.id)
        .map((membership) => ({ ...own, ...membership })),
      roles: new Set(['STUDENT']),
      impersonation: { id, adminId, expiresAt },
    };
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
      ? {
          id: chosen.organizationId,
          slug: chosen.organizationSlug,
          name: chosen.organizationName,
          contentRevision: chosen.contentRevision ?? null,
          workRevision: chosen.workRevision ?? null,
          boardRevision: chosen.boardRevision ?? null,
        }
      : null;
    const inIt = memberships.filter((membership) => membership.organizationId === organization?.id);
    const viewer: Viewer = {
      ...known.identity,
      isOperator,
      memberships,
      organization,
      roles: new Set(inIt.map(({ role }) => role)),
    };
    return (known.mayLookAsStudent ? await this.asStudent(viewer) : null) ?? viewer;
  }
}

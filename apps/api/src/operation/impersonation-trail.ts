import { Injectable } from '@nestjs/common';
import { Database, recordAudit } from '@holdout/db';
import type { Viewer } from './viewer.js';

const MOST_REMEMBERED = 10_000;

/** Puts on record, before it is shown, all that an admin looks at as a student: each thing once while it lasts. */
@Injectable()
export class ImpersonationTrail {
  private readonly noted = new Set<string>();

  constructor(private readonly database: Database) {}

  /** @param what a query with its variables, or the address of a file */
  async note({ impersonation, organization, userId }: Viewer, what: string): Promise<void> {
    if (!impersonation || !organization) return;
    const { id: impersonationId, adminId } = impersonation;
    const key = `${impersonationId} ${what}`;
    if (this.noted.has(key)) return;
    const organizationId = organization.id;
    await this.database.inTenant({ organizationId, userId: adminId }, (tx) =>
      recordAudit(tx, {
        organizationId,
        actorId: adminId,
        action: 'impersonation.looked',
        subjectType: 'user',
        subjectId: userId,
        detail: { impersonationId, what },
      }),
    );
    // Recording something twice does no harm.
    if (this.noted.size >= MOST_REMEMBERED) this.noted.clear();
    this.noted.add(key);
  }
}

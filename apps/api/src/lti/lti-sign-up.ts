import { Inject, Injectable } from '@nestjs/common';
import { Database, linkLtiAccount, PersonalData, recordAudit, registerPerson } from '@holdout/db';
import { z } from 'zod';
import { AuthService } from '../auth/auth.js';
import { roleOf } from './launch-roles.js';
import type { Launched } from './lti-launches.service.js';

const address = z.email().max(254);

/** Accounts for people who come from a platform that may bring them. */
@Injectable()
export class LtiSignUp {
  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
    @Inject(PersonalData) private readonly personal: PersonalData,
  ) {}

  /** A new account, or null where the platform may bring nobody, keeps the address to itself, or the address has an account. */
  async newcomer(launched: Launched): Promise<string | null> {
    const { organization, launch, message } = launched;
    const { platform, platformId } = launch;
    const email = address.safeParse(message.email);
    if (!platform.admitsPeople || !email.success || roleOf(launched) === null) return null;
    const { internalAdapter } = await this.authService.auth.$context;
    if (await internalAdapter.findUserByEmail(email.data)) return null;
    const name = message.name ?? email.data.split('@')[0] ?? email.data;
    // The platform says that the address is theirs; nobody has looked.
    const user = await internalAdapter.createUser(
      { email: email.data, name, emailVerified: false },
      { method: 'email-password' },
    );
    const organizationId = organization.id;
    try {
      await this.database.inTenant({ organizationId, userId: user.id }, async (tx) => {
        await registerPerson(tx, this.personal, { id: user.id, displayName: name });
        const { subject } = message;
        await linkLtiAccount(tx, { organizationId, platformId, subject, userId: user.id });
        await recordAudit(tx, {
          organizationId,
          actorId: user.id,
          action: 'lti-account.created',
          subjectType: 'lti-platform',
          subjectId: platformId,
          detail: { subject },
        });
      });
    } catch (error) {
      await internalAdapter.deleteUser(user.id);
      throw error;
    }
    return user.id;
  }
}

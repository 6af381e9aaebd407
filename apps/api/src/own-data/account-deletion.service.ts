import { Injectable } from '@nestjs/common';
import { Database, erasePersonalData, leaveOrganization, recordAudit, refuseLeaving } from '@holdout/db';
import { BadUserInputError, ForbiddenError } from '@holdout/domain';
import { AuthService } from '../auth/auth.js';
import type { Operation } from '../operation/operation.js';
import type { Viewer } from '../operation/viewer.js';

/** Deletes an account for good. Results stay, without a name. */
@Injectable()
export class AccountDeletionService {
  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
  ) {}

  /**
   * What fails on the way may be asked for again: the sign-in goes last.
   * @throws ForbiddenError when asked with a key; BadUserInputError for a wrong password; RateLimitedError;
   *   ConflictError for an organization's last administrator
   */
  async delete(operation: Operation, password: string): Promise<true> {
    const viewer = await operation.signedIn();
    if (viewer.proof.kind !== 'session')
      throw new ForbiddenError('A key cannot delete an account. Sign in with your password to do it.');
    await this.assertPassword(viewer, password);
    const organizationIds = [...new Set(viewer.memberships.map(({ organizationId }) => organizationId))];
    // Asked of all of them before anything is gone.
    for (const id of organizationIds) await this.inTenant(viewer, id, refuseLeaving);
    for (const id of organizationIds) await this.leave(viewer, id, operation.startedAt);
    await this.database.asUser(viewer.userId, (tx) => erasePersonalData(tx, viewer.userId));
    await this.authService.removeUser(viewer.userId);
    return true;
  }

  private async leave(viewer: Viewer, organizationId: string, now: Date): Promise<void> {
    await this.inTenant(viewer, organizationId, async (tx, person) => {
      await leaveOrganization(tx, person, now);
      await recordAudit(tx, {
        ...{ organizationId, actorId: person.userId, action: 'account.deleted' },
        ...{ subjectType: 'user', subjectId: person.userId },
      });
    });
  }

  private inTenant(
    { userId }: Viewer,
    organizationId: string,
    work: (
      tx: Parameters<typeof refuseLeaving>[0],
      person: { organizationId: string; userId: string },
    ) => Promise<void>,
  ): Promise<void> {
    const person = { organizationId, userId };
    return this.database.inTenant(person, (tx) => work(tx, person));
  }

  /** Wrong tries count with those of signing in. */
  private async assertPassword({ userId, email }: Viewer, password: string): Promise<void> {
    const { signInLimit, auth } = this.authService;
    await signInLimit.takeAccount(email);
    const { internalAdapter, password: passwords } = await auth.$context;
    const accounts = await internalAdapter.findAccounts(userId);
    const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
    if (!hash || !(await passwords.verify({ hash, password })))
      throw new BadUserInputError('This is not your password.', { field: 'password' });
    await signInLimit.clearAccount(email);
  }
}

import { Injectable } from '@nestjs/common';
import { Database, erasePersonalData, leaveOrganization, recordAudit, refuseLeaving } from '@holdout/db';
import { BadUserInputError, ForbiddenError } from '@holdout/domain';
import { inEachOrganization } from '../audit/in-each-organization.js';
import { AuthService } from '../auth/auth.js';
import { assertWholeAccount } from '../operation/access.js';
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
    assertWholeAccount(viewer);
    await this.assertPassword(viewer, password);
    // Asked of all of them before anything is gone.
    await inEachOrganization(this.database, viewer, refuseLeaving);
    await this.leave(viewer, operation.startedAt);
    await this.database.asUser(viewer.userId, (tx) => erasePersonalData(tx, viewer.userId));
    await this.authService.removeUser(viewer.userId);
    return true;
  }

  private leave(viewer: Viewer, now: Date): Promise<void> {
    return inEachOrganization(this.database, viewer, async (tx, place) => {
      await leaveOrganization(tx, place, now);
      const { organizationId, userId } = place;
      await recordAudit(tx, {
        organizationId,
        actorId: userId,
        action: 'account.deleted',
        subjectType: 'user',
        subjectId: userId,
      });
    });
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

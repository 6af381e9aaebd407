import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError } from '@holdout/domain';
import { Database } from '@holdout/db';
import { auditInEach } from '../audit/in-each-organization.js';
import { AuthService } from '../auth/auth.js';
import { assertWholeAccount } from '../operation/access.js';
import type { Operation } from '../operation/operation.js';
import type { PasskeyType } from './passkeys.types.js';

/** Passkeys of the viewer. Adding one and signing in with one are routes of sign-in: see the auth routes. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
  ) {}

  async list(operation: Operation): Promise<PasskeyType[]> {
    const { userId } = await operation.signedIn();
    const passkeys = await this.authService.passkeysOf(userId);
    return passkeys.map(({ id, name, createdAt }) => ({ id, name: name ?? '', createdAt }));
  }

  /** Refused from the next sign-in on. @throws ForbiddenError when asked with a key, NotFoundError */
  async remove(operation: Operation, id: string): Promise<true> {
    const viewer = await operation.signedIn();
    if (viewer.proof.kind !== 'session')
      throw new ForbiddenError('A key cannot remove passkeys. Sign in to do it.');
    assertWholeAccount(viewer);
    const passkey = (await this.authService.passkeysOf(viewer.userId)).find((known) => known.id === id);
    if (!passkey) throw new NotFoundError('The passkey');
    const { adapter } = await this.authService.auth.$context;
    await adapter.delete({ model: 'passkey', where: [{ field: 'id', value: id }] });
    await auditInEach(this.database, viewer, {
      action: 'passkey.removed',
      subjectType: 'passkey',
      subjectId: id,
      detail: { name: passkey.name },
    });
    return true;
  }
}

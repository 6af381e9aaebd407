import { Injectable } from '@nestjs/common';
import { BadUserInputError, ConflictError, ForbiddenError, NotFoundError } from '@holdout/domain';
import { Database } from '@holdout/db';
import { auditInEach } from '../audit/in-each-organization.js';
import { AuthService } from '../auth/auth.js';
import { permissionsOf } from '../auth/bound-key.js';
import type { Operation } from '../operation/operation.js';
import type { Viewer } from '../operation/viewer.js';
import type { ApiKeyType, CreatedApiKeyType } from './api-keys.types.js';

const MAX_KEYS = 20;
const MAX_NAME = 32;

interface StoredKey {
  id: string;
  name: string | null;
  start: string | null;
  createdAt: Date;
  lastRequest: Date | null;
  expiresAt: Date | null;
  /** As the auth library keeps them: JSON. */
  permissions: string | null;
}

const described = ({
  id,
  name,
  start,
  createdAt,
  lastRequest,
  expiresAt,
}: Omit<StoredKey, 'permissions'>): ApiKeyType => ({
  id,
  name: name ?? '',
  start: start ?? '',
  createdAt,
  lastUsedAt: lastRequest,
  expiresAt,
});

/** Keys of the command line. The secret is shown once; only its hash is kept. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
  ) {}

  async list(operation: Operation): Promise<ApiKeyType[]> {
    return (await this.keysOf(await operation.signedIn())).map(described);
  }

  /** @throws ForbiddenError when asked with a key, BadUserInputError, ConflictError when there are too many */
  async create(operation: Operation, name: string): Promise<CreatedApiKeyType> {
    const viewer = await operation.signedIn();
    const { userId, proof, boundTo } = viewer;
    if (proof.kind !== 'session') {
      throw new ForbiddenError('A key cannot make keys. Sign in with your password to make one.');
    }
    const trimmed = name.trim();
    if (trimmed.length < 1 || trimmed.length > MAX_NAME) {
      throw new BadUserInputError(`Give the key a name of 1 to ${MAX_NAME} characters.`, {
        field: 'name',
        limit: MAX_NAME,
      });
    }
    if ((await this.keysOf(viewer)).length >= MAX_KEYS) {
      throw new ConflictError(`You have ${MAX_KEYS} keys already. Revoke one that you no longer use.`, {
        limit: MAX_KEYS,
      });
    }
    const permissions = permissionsOf(boundTo);
    const created = await this.authService.auth.api.createApiKey({
      body: { name: trimmed, userId, ...(permissions ? { permissions } : {}) },
    });
    // The secret leaves only when the key is on record.
    await this.audit(operation, 'api-key.created', { id: created.id, name: trimmed });
    return { apiKey: described(created), secret: created.key };
  }

  /** Refused from the next request on. @throws NotFoundError */
  async revoke(operation: Operation, id: string): Promise<true> {
    const key = (await this.keysOf(await operation.signedIn())).find((known) => known.id === id);
    if (!key) throw new NotFoundError('The API key');
    const { adapter } = await this.authService.auth.$context;
    await adapter.delete({ model: 'apikey', where: [{ field: 'id', value: id }] });
    await this.audit(operation, 'api-key.revoked', { id, name: key.name });
    return true;
  }

  /** In every organization that the key opens. */
  private async audit(operation: Operation, action: string, { id, name }: Pick<StoredKey, 'id' | 'name'>) {
    await auditInEach(this.database, await operation.signedIn(), {
      action,
      subjectType: 'api-key',
      subjectId: id,
      detail: { name },
    });
  }

  /** A sign-in that opens a single organization sees the keys that open it, too, and no others. */
  private async keysOf({ userId, boundTo }: Pick<Viewer, 'userId' | 'boundTo'>): Promise<StoredKey[]> {
    const { adapter } = await this.authService.auth.$context;
    const keys = await adapter.findMany<StoredKey>({
      model: 'apikey',
      where: [{ field: 'referenceId', value: userId }],
      sortBy: { field: 'createdAt', direction: 'desc' },
      limit: 100,
    });
    const bound = JSON.stringify(permissionsOf(boundTo));
    return boundTo === null ? keys : keys.filter(({ permissions }) => permissions === bound);
  }
}

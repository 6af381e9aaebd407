import { Injectable } from '@nestjs/common';
import { Database } from '@holdout/db';
import { Readable } from 'node:stream';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import { auditInEach } from '../audit/in-each-organization.js';
import { AuthService } from '../auth/auth.js';
import type { Credentials } from '../operation/credentials.js';
import type { Operation } from '../operation/operation.js';
import { Operations } from '../operation/operations.js';
import type { Viewer } from '../operation/viewer.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { jsonEntry, OrganizationExport, type Reading } from './organization-export.js';
import { readme } from './readme.js';
import { zipStream, type ArchiveEntry } from './zip-stream.js';

/** Everything that the platform has of a person, as one archive. */
@Injectable()
export class DataExportService {
  constructor(
    private readonly operations: Operations,
    private readonly database: Database,
    private readonly authService: AuthService,
    private readonly sessions: SessionsService,
    private readonly apiKeys: ApiKeysService,
    private readonly organization: OrganizationExport,
  ) {}

  async leftToday(operation: Operation): Promise<number> {
    const { email } = await operation.signedIn();
    return this.authService.exportLimit.leftForAccount(email);
  }

  /** A zip of JSON and of the files. @throws UnauthenticatedError, RateLimitedError */
  async archive(operation: Operation, credentials: Credentials): Promise<NodeJS.ReadableStream> {
    const viewer = await operation.signedIn();
    await this.authService.exportLimit.takeAddress(operation.address ?? '');
    await this.authService.exportLimit.takeAccount(viewer.email);
    const folders = [...new Map(viewer.memberships.map((found) => [found.organizationSlug, found])).values()];
    const entries: ArchiveEntry[] = [
      { name: 'README.txt', open: async () => Readable.from([readme(viewer, operation.startedAt)]) },
      jsonEntry('account.json', () => this.account(operation, viewer)),
    ];
    await auditInEach(this.database, viewer, {
      action: 'own-data.exported',
      subjectType: 'user',
      subjectId: viewer.userId,
    });
    for (const { organizationSlug } of folders) {
      const read = this.readingIn(
        { ...credentials, organization: organizationSlug },
        operation.correlationId,
      );
      entries.push(...(await this.organization.entries(organizationSlug, read)));
    }
    return zipStream(entries);
  }

  private async account(operation: Operation, { userId, name, email }: Viewer) {
    const { internalAdapter } = await this.authService.auth.$context;
    const user = await internalAdapter.findUserById(userId);
    return {
      id: userId,
      name,
      email,
      createdAt: user?.createdAt ?? null,
      sessions: await this.sessions.list(operation),
      apiKeys: await this.apiKeys.list(operation),
      passkeys: (await this.authService.passkeysOf(userId)).map(({ name: called, createdAt }) => ({
        name: called,
        createdAt,
      })),
      hasSecondFactor: await this.authService.hasSecondFactor(userId),
    };
  }

  /**
   * Each part is read in a transaction of its own, so that none stays open while many megabytes are sent, and somebody who
   * is signed out meanwhile reads no more.
   */
  private readingIn(credentials: Credentials, correlationId: string): Reading {
    return async (work) => {
      const reading = this.operations.open(credentials, correlationId);
      try {
        return await work(reading);
      } finally {
        await reading.rollback();
      }
    };
  }
}

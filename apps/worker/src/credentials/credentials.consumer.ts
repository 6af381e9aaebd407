import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import {
  completeCredentialTask,
  Database,
  leaveCredentialTask,
  lockCredentialTask,
  postponeCredentialTask,
  type CredentialTask,
  type Tx,
} from '@holdout/db';
import { JobQueues, tendCredentials } from '@holdout/jobs';
import { WORKER_CONFIG } from '../platform/tokens.js';
import { IssuerService, type Issuer } from './issuer.service.js';
import { ReceiptSigningService } from './receipt-signing.service.js';
import { SettlingService } from './settling.service.js';
import { StatusListsService } from './status-lists.service.js';

const AT_ONCE = 100;
const LONGEST_DELAY_SECONDS = 3_600;

/** Carries out the tasks that triggers and the API left, each once and in its own transaction. */
@Injectable()
export class CredentialsConsumer {
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly issuers: IssuerService,
    private readonly receipts: ReceiptSigningService,
    private readonly settling: SettlingService,
    private readonly statusLists: StatusListsService,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {}

  async start(): Promise<void> {
    this.queues.consume(tendCredentials, () => this.tend(), { concurrency: 1 });
    await this.queues.schedule(tendCredentials, this.config.WORKER_ROUND_MS);
  }

  /** Finishes the current task; the others wait in the database. */
  stop(): void {
    this.isStopping = true;
  }

  /** Never throws: what fails is due again later. */
  async tend(): Promise<void> {
    try {
      await this.refreshStatusLists();
      for (;;) {
        const due = await this.database.system.dueCredentialTasks(AT_ONCE);
        for (const { id, organizationId } of due) {
          if (this.isStopping) return;
          await this.perform(organizationId, id);
        }
        if (due.length < AT_ONCE) return;
      }
    } catch (error) {
      this.logger.error({ err: error }, 'signing and issuing could not go on; the next round tries again');
    }
  }

  private async refreshStatusLists(): Promise<void> {
    for (const { organizationId } of await this.database.system.ageingStatusLists(AT_ONCE)) {
      const task = { organizationId, kind: 'LIST_STATUS', subjectId: organizationId } as const;
      await this.inTenant(organizationId, (tx) => leaveCredentialTask(tx, task));
    }
  }

  private async perform(organizationId: string, taskId: string): Promise<void> {
    const failures = { before: 0 };
    try {
      await this.inTenant(organizationId, async (tx) => {
        const task = await lockCredentialTask(tx, taskId);
        if (!task) return;
        failures.before = task.failures;
        await this.act(tx, organizationId, task);
        await completeCredentialTask(tx, taskId);
      });
    } catch (error) {
      const seconds = Math.min(LONGEST_DELAY_SECONDS, 2 ** failures.before);
      this.logger.error({ err: error, taskId, organizationId, seconds }, 'a task of issuing failed');
      await this.inTenant(organizationId, (tx) => postponeCredentialTask(tx, taskId, seconds));
    }
  }

  private async act(tx: Tx, organizationId: string, { kind, subjectId }: CredentialTask): Promise<void> {
    const issuer = (): Promise<Issuer> => this.issuers.of(tx, organizationId);
    switch (kind) {
      case 'SIGN_RECEIPT':
        await this.receipts.sign(tx, await issuer(), subjectId);
        return;
      case 'SETTLE':
        return this.settling.settle(tx, await issuer(), subjectId);
      case 'LIST_STATUS':
        return this.statusLists.publish(tx, await issuer());
      case 'ROTATE_KEY':
        return this.issuers.replaceKey(tx, organizationId, 'RETIRED');
      case 'REPLACE_KEY':
        return this.issuers.replaceKey(tx, organizationId, 'REVOKED');
    }
  }

  private inTenant<T>(organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant({ organizationId, userId: null }, work);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { WorkerConfig } from '@holdout/config';
import {
  Database,
  duePassback,
  ltiKey,
  LtiSecrets,
  postponePassback,
  recordPassback,
  settlePassback,
  type DuePassback,
  type Tx,
} from '@holdout/db';
import { JobQueues, sendGrades } from '@holdout/jobs';
import { openToolKey, PlatformFailedError, PlatformServices, type Reach } from '@holdout/lti';
import { publicFetch } from '@holdout/outgoing';
import { pauseAfter } from '../platform/pause-after.js';
import { WORKER_CONFIG } from '../platform/tokens.js';

/** Must be longer than a platform can take to accept a grade. */
const LEASE_SECONDS = 60;
const MOST_POINTS = 100;
/** How many platforms are served at once, so that a slow one does not hold up the others. */
const CONCURRENCY = 4;

/**
 * Sends grades to the platforms that students came from. It sends what the gradebook says at that moment: the run that
 * counts, less what lateness costs, and nothing that is held. If a platform does not accept a grade, it is tried again for
 * as long as the grade is due.
 */
@Injectable()
export class PassbackConsumer {
  private readonly secrets: LtiSecrets;
  private readonly reach: Reach;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    @Inject(WORKER_CONFIG) private readonly config: WorkerConfig,
    private readonly logger: PinoLogger,
  ) {
    this.secrets = new LtiSecrets(config.HOLDOUT_DEPLOYMENT_SECRET);
    const testHost = config.LTI_TEST_HOST;
    this.reach = { fetch: publicFetch({ internalHosts: testHost ? [testHost] : [] }), testHost };
  }

  async start(): Promise<void> {
    this.queues.consume(sendGrades, () => this.sendDue(), { concurrency: CONCURRENCY });
    await this.queues.schedule(sendGrades, this.config.WORKER_ROUND_MS);
  }

  /** Finishes the current grade; the others wait in the database. */
  stop(): void {
    this.isStopping = true;
  }

  /** Never throws: what fails is due again later. */
  private async sendDue(): Promise<void> {
    // One token for each platform is enough for a round.
    const platforms = new Map<string, Promise<PlatformServices>>();
    try {
      while (!this.isStopping) {
        const next = await this.database.system.takePassback(LEASE_SECONDS);
        if (!next) return;
        await this.deliver(next, platforms);
      }
    } catch (error) {
      this.logger.error({ err: error }, 'grades could not be sent; the next round tries again');
    }
  }

  private async deliver(
    { id, organizationId }: { id: string; organizationId: string },
    platforms: Map<string, Promise<PlatformServices>>,
  ): Promise<void> {
    const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      this.database.inTenant({ organizationId, userId: null }, work);
    const due = await inTenant((tx) => duePassback(tx, id));
    if (!due) return;
    const { passback, platform, link, subject, grade } = due;
    if (!isToSend(due) || subject === null || grade === null || link.lineItemUrl === null)
      return inTenant((tx) => settlePassback(tx, passback));
    const at = new Date();
    try {
      let services = platforms.get(platform.id);
      if (!services) platforms.set(platform.id, (services = inTenant((tx) => this.servicesOf(tx, platform))));
      const { points, isProvisional } = grade;
      const score = { subject, points, mostPoints: MOST_POINTS, isProvisional, at };
      await (await services).sendScore(link.lineItemUrl, score);
      await inTenant((tx) => recordPassback(tx, passback, grade, at));
    } catch (error) {
      // Instructors read this text. Details of a failure on our side are only in the log, for the operator.
      const reason = error instanceof PlatformFailedError ? error.message : 'It could not be sent from here.';
      const seconds = pauseAfter(passback.failures);
      this.logger.warn(
        { passbackId: id, platformId: platform.id, seconds, err: error },
        'a grade was not taken',
      );
      await inTenant((tx) => postponePassback(tx, id, seconds, reason));
    }
  }

  private async servicesOf(tx: Tx, platform: DuePassback['platform']): Promise<PlatformServices> {
    const key = await ltiKey(tx);
    if (!key) throw new Error('The organization has no key towards platforms.');
    const privateText = this.secrets.unseal(key.id, key.sealedPrivateKey);
    return new PlatformServices(platform, this.reach, await openToolKey(key.id, privateText));
  }
}

/** Whether the platform lacks this grade and may have it. */
function isToSend({ passback, platform, grade }: DuePassback): boolean {
  if (platform.removedAt !== null || grade === null) return false;
  const isSame = passback.sentPoints === grade.points && passback.isSentProvisional === grade.isProvisional;
  return !isSame;
}

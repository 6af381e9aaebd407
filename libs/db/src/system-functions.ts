import type { PrismaClient } from './generated/client.js';
import type { Role } from '@holdout/domain';

export interface ClaimedRun {
  runId: string;
  organizationId: string;
  claimToken: string;
  /** Infrastructure attempt, from 1. */
  attempt: number;
}

/** What renewing a lease found: still ours; ours, and someone asks to stop; no longer ours. */
export type Lease = 'HELD' | 'CANCEL_REQUESTED' | 'LOST';

export interface QueuePlace {
  /** 1 is next. */
  position: number;
  /** Estimated wall-clock seconds until a worker takes it; null when no worker is up. */
  aheadSeconds: number | null;
}

export interface MembershipOf {
  id: string;
  role: Role;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
}

export interface WorkerBeat {
  id: string;
  hostname: string;
  labels: string[];
  concurrency: number;
  startedAt: Date;
}

/** Calls of SECURITY DEFINER functions and of tables that belong to no tenant. */
export class SystemFunctions {
  constructor(private readonly client: PrismaClient) {}

  /** Takes the next run by fair order, or nothing. At most one worker ever holds a run. */
  async claimNextRun(workerId: string, leaseSeconds: number): Promise<ClaimedRun | null> {
    const rows = await this.client.$queryRaw<ClaimedRun[]>`
      SELECT run_id AS "runId", organization_id AS "organizationId", claim_token AS "claimToken", attempt
      FROM claim_next_run(${workerId}, ${leaseSeconds}::int)`;
    return rows[0] ?? null;
  }

  async renewLease(runId: string, claimToken: string, seconds: number): Promise<Lease> {
    const rows = await this.client.$queryRaw<{ lease: Lease }[]>`
      SELECT renew_lease(${runId}::uuid, ${claimToken}::uuid, ${seconds}::int) AS lease`;
    return rows[0]?.lease ?? 'LOST';
  }

  /**
   * Returns runs of gone workers to the queue, ends cancelled and exhausted ones, and lists waiting runs that should
   * have a ticket. Adding a ticket twice is harmless.
   */
  runsToTicket(limit = 200): Promise<{ runId: string; organizationId: string; attempt: number }[]> {
    return this.client.$queryRaw`
      SELECT run_id AS "runId", organization_id AS "organizationId", attempt FROM runs_to_ticket(${limit}::int)`;
  }

  /** Deletes rows of uploads that nobody submitted in time; answers how many. */
  async sweepExpiredUploads(limit = 1_000): Promise<number> {
    const rows = await this.client.$queryRaw<{ count: number }[]>`
      SELECT sweep_expired_uploads(${limit}::int) AS count`;
    return rows[0]?.count ?? 0;
  }

  /** Null when the run does not wait. */
  async queuePosition(runId: string): Promise<QueuePlace | null> {
    const rows = await this.client.$queryRaw<QueuePlace[]>`
      SELECT "position", ahead_seconds AS "aheadSeconds" FROM queue_position(${runId}::uuid)`;
    return rows[0] ?? null;
  }

  membershipsOf(userId: string): Promise<MembershipOf[]> {
    return this.client.$queryRaw`
      SELECT id, role::text AS role, organization_id AS "organizationId", organization_slug AS "organizationSlug",
        organization_name AS "organizationName"
      FROM memberships_of(${userId}::uuid)`;
  }

  async organizationBySlug(slug: string): Promise<{ id: string; slug: string; name: string } | null> {
    const rows = await this.client.$queryRaw<{ id: string; slug: string; name: string }[]>`
      SELECT id, slug, name FROM organization_by_slug(${slug})`;
    return rows[0] ?? null;
  }

  async isOperator(userId: string): Promise<boolean> {
    const rows = await this.client.$queryRaw<{ answer: boolean }[]>`
      SELECT is_operator(${userId}::uuid) AS answer`;
    return rows[0]?.answer ?? false;
  }

  /** The pending, unexpired invitation behind a token's SHA-256 (hex). The only way to it before one is a member. */
  async invitationByToken(tokenHash: string): Promise<{ id: string; organizationId: string } | null> {
    const rows = await this.client.$queryRaw<{ id: string; organizationId: string }[]>`
      SELECT id, organization_id AS "organizationId" FROM invitation_by_token(${tokenHash})`;
    return rows[0] ?? null;
  }

  /** The pending, unexpired invitation for an address (its hash): sign-up is by invitation only. */
  async isInvited(emailHash: string): Promise<boolean> {
    const rows = await this.client.$queryRaw<
      { answer: boolean }[]
    >`SELECT is_invited(${emailHash}) AS answer`;
    return rows[0]?.answer ?? false;
  }

  /** Says that a worker is up. Call every 10 s; one not seen for 60 s counts as gone. */
  async beat(worker: WorkerBeat): Promise<{ isPaused: boolean }> {
    const row = await this.client.worker.upsert({
      where: { id: worker.id },
      create: { ...worker, seenAt: new Date() },
      update: { seenAt: new Date(), concurrency: worker.concurrency, labels: worker.labels },
    });
    return { isPaused: row.pausedAt !== null };
  }

  /** Workers that were seen within so many seconds. */
  async liveWorkerIds(withinSeconds: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      SELECT id FROM workers WHERE seen_at > now() - make_interval(secs => ${withinSeconds}::int)`;
    return rows.map(({ id }) => id);
  }

  /** Removes a worker that ends in order. */
  async retireWorker(id: string): Promise<void> {
    await this.client.worker.deleteMany({ where: { id } });
  }
}

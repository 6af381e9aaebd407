import type pg from 'pg';
import { Prisma, type PrismaClient } from './generated/client.js';
import type { EngineNote } from './engine-note.js';
import type {
  MembershipOf,
  NamedOrganization,
  OrganizationLook,
  SessionViewer,
  StandingOf,
} from './standing.js';
import { statementNames } from './statement-names.js';

/** Sent without Prisma, because every request needs it. */
const VIEWERS_OF_SESSIONS = `
  SELECT token, session_id::text AS "sessionId", user_id::text AS "userId", name, email, bound_to::text AS "boundTo",
    is_operator AS "isOperator", memberships, may_look_as_student AS "mayLookAsStudent"
  FROM viewers_of_sessions($1)`;

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
  /** 1 is the next to be taken. */
  position: number;
  /** Estimated wall-clock seconds until a worker takes it; null when no worker is up. */
  aheadSeconds: number | null;
}

/** The demand of runs that require the same labels. Seconds are expected resource-seconds. */
export interface LaneDemand {
  /** The labels, in order, separated by spaces. */
  lane: string;
  resource: 'CPU' | 'GPU';
  waiting: number;
  waitingSeconds: number;
  running: number;
  runningSeconds: number;
  /** How long the oldest waiting run has waited; 0 when none waits. */
  oldestSeconds: number;
  /** Runs that live workers with these labels can take at once. */
  slots: number;
}

export interface WorkerBeat {
  id: string;
  hostname: string;
  labels: string[];
  concurrency: number;
  startedAt: Date;
  /** Null while the engine does not answer. */
  engine?: EngineNote | null;
}

export interface WorkerState {
  id: string;
  labels: string[];
  concurrency: number;
  running: number;
  state: 'UP' | 'PAUSED' | 'DRAINING' | 'GONE';
  /** Why its runs get no GPU although its machine has some. */
  gpuProblem: string | null;
}

/** An operator's orders for a worker. */
export interface WorkerOrders {
  /** It takes no new runs until it is resumed. */
  isPaused: boolean;
  /** It finishes its current runs and then ends. */
  isDraining: boolean;
}

export interface PortfolioPlace {
  id: string;
  organizationId: string;
}

/** Calls SECURITY DEFINER functions, and reads tables that belong to no tenant. */
export class SystemFunctions {
  constructor(
    private readonly client: PrismaClient,
    private readonly pool: pg.Pool,
  ) {}

  /** An id that no other database shares, not even a restored copy of this one. */
  async databaseIdentity(): Promise<string> {
    const [row] = await this.client.$queryRaw<{ identity: string }[]>`
      SELECT system_identifier || '/' || d.oid AS identity
      FROM pg_control_system(), pg_database d WHERE d.datname = current_database()`;
    if (!row) throw new Error('The database does not tell which one it is.');
    return row.identity;
  }

  /**
   * Takes the next run by fair order among those that require only these labels, or none. At most one worker ever
   * holds a run. A paused or draining worker gets nothing.
   */
  claimNextRun(
    workerId: string,
    leaseSeconds: number,
    labels: readonly string[],
  ): Promise<ClaimedRun | null> {
    return this.claimed(
      Prisma.sql`claim_next_run(${workerId}, ${leaseSeconds}::int, ${[...labels]}::text[])`,
    );
  }

  /** The same for a run that was queued just now; nothing while another worker is claiming. */
  claimAtOnce(workerId: string, leaseSeconds: number, labels: readonly string[]): Promise<ClaimedRun | null> {
    return this.claimed(Prisma.sql`claim_at_once(${workerId}, ${leaseSeconds}::int, ${[...labels]}::text[])`);
  }

  private async claimed(call: Prisma.Sql): Promise<ClaimedRun | null> {
    const rows = await this.client.$queryRaw<ClaimedRun[]>`
      SELECT run_id AS "runId", organization_id AS "organizationId", claim_token AS "claimToken", attempt FROM ${call}`;
    return rows[0] ?? null;
  }

  async renewLease(runId: string, claimToken: string, seconds: number): Promise<Lease> {
    const rows = await this.client.$queryRaw<{ lease: Lease }[]>`
      SELECT renew_lease(${runId}::uuid, ${claimToken}::uuid, ${seconds}::int) AS lease`;
    return rows[0]?.lease ?? 'LOST';
  }

  /**
   * Returns runs of vanished workers to the queue, ends cancelled and exhausted ones, and lists waiting runs that
   * should have a ticket. Adding a ticket twice is harmless.
   */
  runsToTicket(limit = 200): Promise<{ runId: string; organizationId: string; attempt: number }[]> {
    return this.client.$queryRaw`
      SELECT run_id AS "runId", organization_id AS "organizationId", attempt FROM runs_to_ticket(${limit}::int)`;
  }

  /** Updates the estimated places in the queue while all workers are busy. Cheap when nothing changed. */
  async followQueue(): Promise<void> {
    await this.client.$queryRaw`SELECT follow_queue()::text`;
  }

  /** Demand and capacity by the labels that runs require. */
  queueDemand(): Promise<LaneDemand[]> {
    return this.client.$queryRaw`
      SELECT lane, resource, waiting, waiting_seconds AS "waitingSeconds", running, running_seconds AS "runningSeconds",
        oldest_seconds AS "oldestSeconds", slots
      FROM queue_demand()`;
  }

  /** Deletes rows of uploads that were not submitted in time; returns how many. */
  async sweepExpiredUploads(limit = 1_000): Promise<number> {
    const rows = await this.client.$queryRaw<{ count: number }[]>`
      SELECT sweep_expired_uploads(${limit}::int) AS count`;
    return rows[0]?.count ?? 0;
  }

  /** Notifies students of what is due within a day; returns how many were notified. Nobody is notified twice. */
  async leaveDueSoon(now: Date): Promise<number> {
    const rows = await this.client.$queryRaw<{ count: number }[]>`SELECT leave_due_soon(${now}) AS count`;
    return rows[0]?.count ?? 0;
  }

  /** Signing and issuing tasks that are due, oldest first. */
  dueCredentialTasks(limit: number): Promise<{ id: string; organizationId: string }[]> {
    return this.client.$queryRaw`
      SELECT id, organization_id AS "organizationId" FROM due_credential_tasks(${limit}::int)`;
  }

  /** Organizations whose status lists should be signed again before they expire. */
  ageingStatusLists(limit: number): Promise<{ organizationId: string }[]> {
    return this.client.$queryRaw`
      SELECT organization_id AS "organizationId" FROM ageing_status_lists(${limit}::int)`;
  }

  /** Waiting imports and exports that should have a job. Adding a job twice is harmless. */
  authoringToQueue(
    limit = 100,
  ): Promise<{ id: string; organizationId: string; kind: 'IMPORT' | 'EXPORT' }[]> {
    return this.client.$queryRaw`
      SELECT id, organization_id AS "organizationId", kind FROM authoring_to_queue(${limit}::int)`;
  }

  /** Drafts whose data should be profiled. Adding a job twice is harmless. */
  draftsToQueue(limit = 100): Promise<{ id: string; organizationId: string }[]> {
    return this.client.$queryRaw`
      SELECT id, organization_id AS "organizationId" FROM drafts_to_queue(${limit}::int)`;
  }

  /** Rescoring tasks that should have a job. Adding a job twice is harmless. */
  rescoringToQueue(limit = 100): Promise<{ id: string; organizationId: string }[]> {
    return this.client.$queryRaw`
      SELECT id, organization_id AS "organizationId" FROM rescoring_to_queue(${limit}::int)`;
  }

  /** Unfinished similarity reports that should have a job. Adding a job twice is harmless. */
  similarityToQueue(limit = 100): Promise<{ id: string; organizationId: string }[]> {
    return this.client.$queryRaw`
      SELECT id, organization_id AS "organizationId" FROM similarity_to_queue(${limit}::int)`;
  }

  /** The next grade that is due to be sent to a platform, reserved for the caller until the lease ends. */
  async takePassback(leaseSeconds: number): Promise<{ id: string; organizationId: string } | null> {
    const rows = await this.client.$queryRaw<{ id: string; organizationId: string }[]>`
      SELECT id, organization_id AS "organizationId" FROM take_passback(${leaseSeconds}::int)`;
    return rows[0] ?? null;
  }

  /** Null when the run is not waiting. */
  async queuePosition(runId: string): Promise<QueuePlace | null> {
    const rows = await this.client.$queryRaw<QueuePlace[]>`
      SELECT "position", ahead_seconds AS "aheadSeconds" FROM queue_position(${runId}::uuid)`;
    return rows[0] ?? null;
  }

  /** The viewers of sessions by token; tokens that do not exist or have expired are missing. */
  async viewersOfSessions(tokens: readonly string[]): Promise<Map<string, SessionViewer>> {
    const { rows } = await this.pool.query<SessionViewer & { token: string }>({
      name: statementNames.of(VIEWERS_OF_SESSIONS),
      text: VIEWERS_OF_SESSIONS,
      values: [tokens],
    });
    return new Map(rows.map(({ token, ...viewer }) => [token, viewer]));
  }

  async standingOf(userId: string): Promise<StandingOf> {
    const rows = await this.client.$queryRaw<(MembershipOf & { isOperator: boolean })[]>`
      SELECT m.id, m.role::text AS role, m.organization_id AS "organizationId", m.organization_slug AS "organizationSlug",
        m.organization_name AS "organizationName", p.is_operator AS "isOperator"
      FROM is_operator(${userId}::uuid) AS p(is_operator) LEFT JOIN memberships_of(${userId}::uuid) m ON true`;
    return {
      isOperator: rows[0]?.isOperator ?? false,
      memberships: rows.flatMap(({ isOperator: _, ...membership }) => (membership.id ? [membership] : [])),
    };
  }

  /** Organizations whose members with addresses in this domain sign in through their own identity provider. */
  singleSignOnOfDomain(domain: string): Promise<{ slug: string; name: string }[]> {
    return this.client.$queryRaw`SELECT slug, name FROM single_sign_on_of_domain(${domain})`;
  }

  async organizationBySlug(slug: string): Promise<NamedOrganization | null> {
    const rows = await this.client.$queryRaw<NamedOrganization[]>`
      SELECT id, slug, name FROM organization_by_slug(${slug})`;
    return rows[0] ?? null;
  }

  /** The same, including archived organizations: what they issued stays verifiable. */
  async issuerBySlug(slug: string): Promise<NamedOrganization | null> {
    const rows = await this.client.$queryRaw<NamedOrganization[]>`
      SELECT id, slug, name FROM issuer_by_slug(${slug})`;
    return rows[0] ?? null;
  }

  /** An organization's appearance, for anyone who knows its address; null if it is archived. */
  async lookOf(slug: string): Promise<OrganizationLook | null> {
    const rows = await this.client.$queryRaw<OrganizationLook[]>`
      SELECT accent, logo_digest AS "logoDigest", logo_type AS "logoType" FROM look_of_organization(${slug})`;
    return rows[0] ?? null;
  }

  /**
   * The pending, unexpired invitation for a token's SHA-256 (hex). Before joining there is no other way to read it.
   */
  async invitationByToken(tokenHash: string): Promise<{ id: string; organizationId: string } | null> {
    const rows = await this.client.$queryRaw<{ id: string; organizationId: string }[]>`
      SELECT id, organization_id AS "organizationId" FROM invitation_by_token(${tokenHash})`;
    return rows[0] ?? null;
  }

  /** Whether there is a pending, unexpired invitation for an address (its hash): sign-up is by invitation only. */
  async isInvited(emailHash: string): Promise<boolean> {
    const rows = await this.client.$queryRaw<
      { answer: boolean }[]
    >`SELECT is_invited(${emailHash}) AS answer`;
    return rows[0]?.answer ?? false;
  }

  /**
   * Reports that a worker is up, and returns an operator's orders for it. Call it every 10 s; a worker not seen for
   * 60 s counts as gone. Times are the database's, so a wrong clock on a worker does not matter.
   */
  async beat({
    id,
    hostname,
    labels,
    concurrency,
    startedAt,
    engine = null,
  }: WorkerBeat): Promise<WorkerOrders> {
    const rows = await this.client.$queryRaw<WorkerOrders[]>`
      INSERT INTO workers (id, hostname, labels, concurrency, started_at, seen_at, engine)
      VALUES (${id}, ${hostname}, ${labels}::text[], ${concurrency}::int, ${startedAt}, now(), ${engine && JSON.stringify(engine)}::jsonb)
      ON CONFLICT (id) DO UPDATE SET seen_at = now(), hostname = excluded.hostname, labels = excluded.labels,
        concurrency = excluded.concurrency, engine = excluded.engine, started_at = excluded.started_at,
        -- Asked of the process before this one.
        drain_requested_at = CASE WHEN workers.started_at = excluded.started_at THEN workers.drain_requested_at END
      RETURNING paused_at IS NOT NULL AS "isPaused", drain_requested_at IS NOT NULL AS "isDraining"`;
    return rows[0] ?? { isPaused: false, isDraining: false };
  }

  /** All known workers and what they are doing. */
  workers(): Promise<WorkerState[]> {
    return this.client.$queryRaw`
      SELECT w.id, w.labels, w.concurrency, w.engine->>'gpuProblem' AS "gpuProblem",
        (SELECT count(*) FROM worker_runs(w.id))::int AS running,
        CASE WHEN w.seen_at < now() - interval '1 minute' THEN 'GONE' WHEN w.drain_requested_at IS NOT NULL THEN 'DRAINING'
          WHEN w.paused_at IS NOT NULL THEN 'PAUSED' ELSE 'UP' END AS state
      FROM workers w ORDER BY w.id`;
  }

  /** Files of runs of all organizations that are older than this many days and no longer needed. */
  expiredArtifacts(days: number, limit: number): Promise<{ id: string; organizationId: string }[]> {
    return this.client.$queryRaw`
      SELECT id, organization_id AS "organizationId" FROM expired_artifacts(${days}::int, ${limit}::int)`;
  }

  /** Deletes the bytes behind a digest, unless some run still uses them. Nobody can store them in the meantime. */
  removeUnlessKept(digest: string, remove: () => Promise<void>): Promise<boolean> {
    return this.client.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ kept: boolean }[]>`SELECT hold_artifact(${digest}) AS kept`;
      if (row?.kept) return false;
      await remove();
      return true;
    });
  }

  /** Digests of permanent content that earlier versions stored and that nothing needs any more. */
  async removableContent(limit: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ digest: string }[]>`
      SELECT digest FROM removable_content(${limit}::int) AS digest`;
    return rows.map(({ digest }) => digest);
  }

  /** Call this once the content is deleted. */
  async forgetContent(digest: string): Promise<void> {
    await this.client.$executeRaw`SELECT forget_content(${digest})`;
  }

  /** The number of valid credentials that each image contributed to, by image id. */
  async imagesOfCredentials(): Promise<Map<string, number>> {
    const rows = await this.client.$queryRaw<{ imageId: string; credentials: number }[]>`
      SELECT image_id AS "imageId", credentials FROM images_of_credentials()`;
    return new Map(rows.map(({ imageId, credentials }) => [imageId, credentials]));
  }

  /** Those of these images whose packages are not recorded yet. */
  async imagesWithoutPackages(imageIds: readonly string[]): Promise<string[]> {
    const known = await this.client.imagePackages.findMany({
      where: { imageId: { in: [...imageIds] } },
      select: { imageId: true },
    });
    return imageIds.filter((id) => !known.some(({ imageId }) => imageId === id));
  }

  /** Records what an image contains. Another worker may have done so already: an image never changes. */
  async recordImagePackages(image: { imageId: string; packages: string; digest: string }): Promise<void> {
    await this.client.imagePackages.createMany({ data: [image], skipDuplicates: true });
  }

  /** Where the portfolio that a student published at this address is stored; null for any other address. */
  async publicPortfolio(slug: string): Promise<PortfolioPlace | null> {
    const rows = await this.client.$queryRaw<PortfolioPlace[]>`
      SELECT id, organization_id AS "organizationId" FROM public_portfolio(${slug})`;
    return rows[0] ?? null;
  }

  /**
   * The portfolio behind a share link, by its token's SHA-256 (hex); null when the link was revoked or has expired.
   */
  async sharedPortfolio(tokenHash: string): Promise<(PortfolioPlace & { linkId: string }) | null> {
    const rows = await this.client.$queryRaw<(PortfolioPlace & { linkId: string })[]>`
      SELECT id, organization_id AS "organizationId", link_id AS "linkId" FROM shared_portfolio(${tokenHash})`;
    return rows[0] ?? null;
  }

  /** Workers that were seen within this many seconds. */
  async liveWorkerIds(withinSeconds: number): Promise<string[]> {
    const rows = await this.client.$queryRaw<{ id: string }[]>`
      SELECT id FROM workers WHERE seen_at > now() - make_interval(secs => ${withinSeconds}::int)`;
    return rows.map(({ id }) => id);
  }

  /**
   * Removes a worker that ends in an orderly way. A paused one stays known, so that it is still paused when it
   * returns.
   */
  async retireWorker(id: string): Promise<void> {
    await this.client.worker.deleteMany({ where: { id, pausedAt: null } });
  }
}

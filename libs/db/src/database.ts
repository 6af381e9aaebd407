import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient, type Prisma } from './generated/client.js';
import { MIGRATIONS, migrationsIn, SchemaBehindError } from './migrate/known.js';
import { OutgoingMail } from './outgoing-mail.js';
import { PipelinedClient, SharingPool } from './pipelined-client.js';
import { inReading } from './reading-transaction.js';
import { statementNames } from './statement-names.js';
import { SystemFunctions } from './system-functions.js';
import { readsOn } from './rows-of.js';
import { opening, SPEAK_FOR, spokenFor, type Opening, type TenantContext } from './tenant-context.js';

/** A transaction bound to a tenant. Only `Database` creates one. */
export type Tx = Prisma.TransactionClient;

export interface TransactionOptions {
  /** Longest time the transaction may take, in milliseconds. Default 15,000. */
  timeoutMs?: number;
}

export interface DatabaseOptions {
  /** URL with role and password. */
  url: string;
  /** Connections at most. Default 10. */
  max?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
}

/** Every query goes through this class. One instance per process and role. */
export class Database {
  /** Functions that look across organizations. Each returns no more than it must. */
  readonly system: SystemFunctions;
  /** The outgoing mail of the whole deployment. */
  readonly mail: OutgoingMail;
  /** Remembered once true, because no migration is ever undone. */
  private isCurrent = false;

  constructor(
    private readonly client: PrismaClient,
    private readonly pool: pg.Pool,
  ) {
    this.system = new SystemFunctions(client, pool);
    this.mail = new OutgoingMail(client);
  }

  /**
   * Runs `work` in one transaction that carries the tenant. Row-level security then shows and accepts only this
   * organization's rows. An error rolls everything back.
   */
  inTenant<T>(
    context: TenantContext,
    work: (tx: Tx) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T> {
    return this.run(context, work, options);
  }

  /** A transaction for a person outside any organization. It sees their own user row, and nothing of a tenant. */
  asUser<T>(userId: string, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T> {
    return this.run({ organizationId: '', userId }, work, options);
  }

  /**
   * Opens a connection without querying anything, for health checks.
   * @throws if the database does not answer
   */
  async ping(): Promise<void> {
    await this.client.$queryRaw`SELECT 1`;
  }

  /** @throws SchemaBehindError while the database lacks migrations of this version; when it does not answer */
  async assertCurrent(): Promise<void> {
    if (this.isCurrent) return;
    const names = await migrationsIn(MIGRATIONS);
    const applied = new Set(await this.appliedMigrations());
    const missing = names.filter((name) => !applied.has(name));
    if (missing.length > 0) throw new SchemaBehindError(missing);
    this.isCurrent = true;
  }

  /** Open connections, idle ones included, and transactions waiting for one. */
  connections(): { open: number; idle: number; waiting: number } {
    const { totalCount: open, idleCount: idle, waitingCount: waiting } = this.pool;
    return { open, idle, waiting };
  }

  async close(): Promise<void> {
    await this.client.$disconnect();
    // Prisma ends the pool if it has used it, but it may never have been needed.
    if (!this.pool.ending) await this.pool.end();
  }

  /** Empty for a database that has no record of its migrations. */
  private async appliedMigrations(): Promise<string[]> {
    const [seen] = await this.client.$queryRaw<{ may: boolean | null }[]>`
      SELECT has_table_privilege(to_regclass('_prisma_migrations'), 'SELECT') AS may`;
    if (!seen?.may) return [];
    const rows = await this.client.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    return rows.map(({ name }) => name);
  }

  private run<T>(
    context: TenantContext,
    work: (tx: Tx) => Promise<T>,
    { timeoutMs = 15_000 }: TransactionOptions = {},
  ): Promise<T> {
    const limits = { timeout: timeoutMs, maxWait: 10_000 };
    if (context.isReadOnly) return inReading({ client: this.client, pool: this.pool }, context, work, limits);
    const begun: Opening = { context, connection: null };
    const begin = (tx: Tx) => {
      readsOn(tx, begun.connection);
      // A transaction opened inside `work` is a different one.
      return opening.run(null, () => work(tx));
    };
    return opening.run(begun, () => this.client.$transaction(begin, limits));
  }
}

/** From here on, the transaction speaks for this organization. For cases where a row decides which organization that is. */
export async function continueInTenant(tx: Tx, context: TenantContext): Promise<void> {
  await tx.$executeRawUnsafe(SPEAK_FOR, ...spokenFor(context));
}

/** Connects lazily: the first query opens a connection. */
export function createDatabase({ url, max = 10, applicationName = 'holdout' }: DatabaseOptions): Database {
  const pool = new SharingPool({
    connectionString: url,
    Client: PipelinedClient,
    pipeline: true,
    max,
    application_name: applicationName,
    // In any other session time zone the client would read times wrongly.
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  // An idle connection that breaks has already left the pool, and the next caller gets another. Without a listener, the
  // error would end the process.
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    statementNameGenerator: ({ sql }) => statementNames.of(sql),
  });
  return new Database(new PrismaClient({ adapter }), pool);
}

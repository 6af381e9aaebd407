import { currentTraceParent } from '@holdout/telemetry';
import { ForbiddenError, UnauthenticatedError } from '@holdout/domain';
import type { Database, TenantContext, Tx } from '@holdout/db';
import type { Member, Viewer } from './viewer.js';

/** Ends the transaction of an operation that failed. Never leaves this file. */
class RolledBack extends Error {}

/**
 * One GraphQL operation, HTTP request or subscription event: its viewer, resolved once, and its transaction, opened
 * at first use. Everything it reads and writes happens in that one transaction: all of it or nothing.
 */
export class Operation {
  #viewer: Promise<Viewer | null> | undefined;
  #tx: Promise<Tx> | undefined;
  #work: Promise<void> | undefined;
  #end: ((failed: boolean) => void) | undefined;
  #closed = false;
  #onlyReads = false;
  readonly #afterCommit: (() => Promise<void>)[] = [];
  readonly #shared = new Map<object, unknown>();

  constructor(
    private readonly database: Database,
    private readonly resolveViewer: () => Promise<Viewer | null>,
    /** Shown with masked errors and in the log. */
    readonly correlationId: string,
    /** Where the request comes from; null for an event. */
    readonly address: string | null = null,
    readonly startedAt = new Date(),
  ) {}

  /** Null when signed out. */
  viewer(): Promise<Viewer | null> {
    return (this.#viewer ??= this.resolveViewer());
  }

  /** @throws UnauthenticatedError */
  async signedIn(): Promise<Viewer> {
    const viewer = await this.viewer();
    if (!viewer) throw new UnauthenticatedError();
    return viewer;
  }

  /** @throws UnauthenticatedError, ForbiddenError */
  async member(): Promise<Member> {
    const viewer = await this.signedIn();
    const { organization } = viewer;
    if (!organization) {
      throw new ForbiddenError(
        'You are not a member of this organization. Choose another one, or ask its administrator to invite you.',
      );
    }
    return { ...viewer, organization };
  }

  /** The operation's transaction, bound to the viewer's organization. @throws UnauthenticatedError, ForbiddenError */
  tx(): Promise<Tx> {
    if (this.#closed) throw new Error('The operation is closed: nothing may read or write any more.');
    return (this.#tx ??= this.begin());
  }

  /** A transaction of its own that ends before the operation's does: for what must not stay open during slow work. */
  async briefly<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant(await this.context(), work);
  }

  /** From its beginning on the transaction refuses to change anything. */
  onlyReads(): void {
    this.#onlyReads = true;
  }

  /**
   * Identifies the current state of what everybody in the organization reads alike. Null if this operation may see another
   * state: it changes something itself, or does not know.
   */
  async contentState(): Promise<string | null> {
    const { id, contentRevision } = (await this.member()).organization;
    return this.#onlyReads && contentRevision !== null ? `${id} ${contentRevision}` : null;
  }

  /** The same of the organization's leaderboards, and of who may see what of them. It was read before anything else was. */
  async boardState(): Promise<string | null> {
    const { id, boardRevision } = (await this.member()).organization;
    return this.#onlyReads && boardRevision !== null ? `${id} ${boardRevision}` : null;
  }

  /**
   * Identifies the current state of what the viewer's own work shows them: with that of the content and the cohorts, since
   * rules and dates are part of it. Null as for contentState.
   */
  async workState(): Promise<string | null> {
    const { organization, userId, roles } = await this.member();
    const content = await this.contentState();
    return content !== null && organization.workRevision !== null
      ? `${content} ${userId} ${[...roles].join()} ${organization.workRevision}`
      : null;
  }

  /** Runs after the commit. A failure must not matter: it is only logged. */
  afterCommit(task: () => Promise<void>): void {
    this.#afterCommit.push(task);
  }

  /** A value made once per operation, such as a loader: `key` is its maker. */
  shared<T>(make: (operation: Operation) => T): T {
    if (!this.#shared.has(make)) this.#shared.set(make, make(this));
    return this.#shared.get(make) as T;
  }

  /** Commits. @throws what the database says when it cannot. */
  async commit(): Promise<PromiseSettledResult<void>[]> {
    await this.close(false);
    return Promise.allSettled(this.#afterCommit.map((task) => task()));
  }

  /** Undoes all that was written. Safe to call after anything. */
  async rollback(): Promise<void> {
    await this.close(true);
  }

  private async close(failed: boolean): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#tx) return;
    // A transaction that could not begin needs no end; its caller has seen the error.
    await this.#tx.then(
      () => this.#end?.(failed),
      () => undefined,
    );
    await this.#work?.catch((error: unknown) => {
      if (!failed) throw error;
    });
  }

  private async context(): Promise<TenantContext> {
    const { organization, userId, impersonation } = await this.member();
    const origin = { correlationId: this.correlationId, traceParent: currentTraceParent() };
    const isReadOnly = this.#onlyReads || impersonation !== undefined;
    return { organizationId: organization.id, userId, origin, isReadOnly };
  }

  private async begin(): Promise<Tx> {
    const context = await this.context();
    return new Promise<Tx>((opened, refused) => {
      const ended = new Promise<boolean>((end) => {
        this.#end = end;
      });
      this.#work = this.database.inTenant(context, async (tx) => {
        opened(tx);
        if (await ended) throw new RolledBack();
      });
      this.#work.catch(refused);
    });
  }
}

import { Injectable } from '@nestjs/common';
import {
  cohortNamesOf,
  judgedRosterRows,
  lockRosters,
  rosterImportById,
  rosterImportPage,
  sealedAddressesOf,
  undoRosterImport,
  undoneRosterRows,
  type RosterUndoRow,
} from '@holdout/db';
import {
  BadUserInputError,
  ConflictError,
  ROSTER_LIMITS,
  ROSTER_UNDOS,
  type RosterUndo,
} from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import { checkedPageSize } from '../graphql/paging.js';
import { InvitationDrafts } from '../invitations/invitation-drafts.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type {
  RosterImportConnectionType,
  RosterImportType,
  RosterUndoCountType,
  RosterUndoPreviewType,
  RosterUndoRowType,
} from './roster-imports.types.js';

type ImportRow = Awaited<ReturnType<typeof rosterImportById>>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Lists imported rosters and undoes them. */
@Injectable()
export class RosterImportsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly drafts: InvitationDrafts,
  ) {}

  /** @throws BadUserInputError, NotFoundError */
  async page(
    operation: Operation,
    { first, after }: { first: number; after: string | null },
  ): Promise<RosterImportConnectionType> {
    const page = { first: checkedPageSize(first), after };
    const { rows, hasNextPage } = await rosterImportPage(await operation.tx(), page);
    const nodes = await Promise.all(rows.map((row) => this.described(operation, row)));
    return { nodes, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null } };
  }

  /**
   * What undoing an import would do now, or what it did.
   * @throws BadUserInputError, NotFoundError
   */
  async preview(
    operation: Operation,
    importId: string,
    { first, after, effect }: { first: number; after: string | null; effect: RosterUndo | null },
  ): Promise<RosterUndoPreviewType> {
    const size = checkedPageSize(first);
    const line = checkedLine(after);
    const found = await rosterImportById(await operation.tx(), importId);
    const all = await this.rowsOf(operation, found);
    const wanted = all.filter((row) => row.line > line && (effect === null || row.effect === effect));
    const shown = wanted.slice(0, size);
    const hasNextPage = wanted.length > size;
    return {
      import: await this.described(operation, found),
      counts: countsOf(all),
      rows: await this.people(operation, shown),
      pageInfo: { hasNextPage, endCursor: shown.at(-1)?.line.toString() ?? null },
    };
  }

  /**
   * @throws BadUserInputError, NotFoundError; ConflictError when the record of the import's changes is no longer kept
   */
  async undo(operation: Operation, id: string, given: string): Promise<RosterImportType> {
    const { reason: limit } = ROSTER_LIMITS;
    const reason = checkedText(given, {
      field: 'reason',
      least: 1,
      limit,
      message: `Give a reason of 1 to ${limit} characters.`,
    });
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    await lockRosters(tx, organization.id);
    const found = await rosterImportById(tx, id);
    if (found.undoneAt !== null) return this.described(operation, found);
    if (!mayUndo(found, operation.startedAt)) {
      const { undoDays, undoImports } = ROSTER_LIMITS;
      throw new ConflictError(
        `An import can be undone for ${undoDays} days, as long as it is among the ${undoImports} newest. Change what it did by hand.`,
        { limit: undoDays },
      );
    }
    const rows = await undoRosterImport(tx, {
      organizationId: organization.id,
      importId: found.id,
      viewerId: userId,
      reason,
      now: operation.startedAt,
    });
    await putOnRecord(operation, {
      action: 'roster.undone',
      subjectType: 'organization',
      subjectId: organization.id,
      detail: {
        importId: found.id,
        name: found.name,
        reason,
        effects: Object.fromEntries(countsOf(rows).map(({ effect, rows: count }) => [effect, count])),
      },
    });
    return this.described(operation, await rosterImportById(tx, found.id));
  }

  private async rowsOf(operation: Operation, { id, undoneAt }: ImportRow): Promise<RosterUndoRow[]> {
    const tx = await operation.tx();
    if (undoneAt !== null) return undoneRosterRows(tx, id);
    const { userId } = await operation.member();
    return judgedRosterRows(tx, { importId: id, viewerId: userId });
  }

  private async people(operation: Operation, rows: readonly RosterUndoRow[]): Promise<RosterUndoRowType[]> {
    const tx = await operation.tx();
    const ids = (of: (row: RosterUndoRow) => string | null) => rows.flatMap((row) => of(row) ?? []);
    const cohorts = await cohortNamesOf(
      tx,
      ids(({ cohortId }) => cohortId),
    );
    const sealed = await sealedAddressesOf(
      tx,
      ids(({ invitationId }) => invitationId),
    );
    const personOf = ({ userId, invitationId }: RosterUndoRow) => {
      if (userId !== null) return this.names.of(operation, userId);
      const address = invitationId === null ? undefined : sealed.get(invitationId);
      return address && invitationId ? this.drafts.addressOf(invitationId, address) : null;
    };
    return Promise.all(
      rows.map(async (row) => ({
        line: row.line,
        role: row.role,
        effect: row.effect,
        person: await personOf(row),
        cohortName: row.cohortId === null ? null : (cohorts.get(row.cohortId) ?? null),
      })),
    );
  }

  private async described(operation: Operation, row: ImportRow): Promise<RosterImportType> {
    const { id, source, name, invited, placed, unchanged, refused, undoneAt, undoReason } = row;
    return {
      id,
      source,
      name,
      invited,
      placed,
      unchanged,
      refused,
      undoneAt,
      undoReason,
      importedAt: row.createdAt,
      importedBy: await this.names.of(operation, row.importedById),
      undoneBy: row.undoneById && (await this.names.of(operation, row.undoneById)),
      mayUndo: mayUndo(row, operation.startedAt),
    };
  }
}

function mayUndo({ createdAt, forgottenAt, undoneAt }: ImportRow, now: Date): boolean {
  const isRecent = now.getTime() - createdAt.getTime() < ROSTER_LIMITS.undoDays * DAY_MS;
  return undoneAt === null && forgottenAt === null && isRecent;
}

function countsOf(rows: readonly RosterUndoRow[]): RosterUndoCountType[] {
  return ROSTER_UNDOS.flatMap((effect) => {
    const { length } = rows.filter((row) => row.effect === effect);
    return length > 0 ? [{ effect, rows: length }] : [];
  });
}

/**
 * The line after which a page begins.
 * @throws BadUserInputError
 */
function checkedLine(after: string | null): number {
  if (after === null) return 0;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw new BadUserInputError('"after" is no page of these rows. Open the first page again.', {
    field: 'after',
  });
}

import { Inject, Injectable } from '@nestjs/common';
import {
  PersonalData,
  createInvitations,
  enrollAll,
  leaveInvitationLetters,
  listCohorts,
  lockRosters,
  pointInvitations,
  recordRosterImport,
} from '@holdout/db';
import type { RosterReport, RosterReportRow, RosterResult, RosterSource } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { InvitationDrafts } from '../invitations/invitation-drafts.js';
import type { Operation } from '../operation/operation.js';
import { fateOf, knownPeople, type Fate, type PlacedRow } from './roster-fates.js';
import { recordsOf, type Decided } from './roster-records.js';
import { rosterRows, type RosterRow } from './roster-rows.js';

/** A person whose account is already known, so that no address is needed. */
export interface Here {
  userId: string;
  cohortId: string;
  isEnrolled: boolean;
}

interface ImportOptions {
  isDryRun: boolean;
  source: RosterSource;
  /** Name of the file or the course. */
  name: string;
  /** People whose account is already known, by line. */
  here?: ReadonlyMap<number, Here>;
  /** Columns of the file that are not used. */
  ignored?: string[];
}

interface Written {
  importId: string | null;
  /** Links of the new invitations, by line. */
  links: ReadonlyMap<number, string>;
  mailed: number;
}

interface Invited extends Pick<Written, 'links' | 'mailed'> {
  /** Ids of the new invitations, by line. */
  ids: ReadonlyMap<number, string>;
}

const NOTHING_WRITTEN: Written = { importId: null, links: new Map(), mailed: 0 };

@Injectable()
export class RosterService {
  constructor(
    @Inject(PersonalData) private readonly personal: PersonalData,
    private readonly drafts: InvitationDrafts,
  ) {}

  /** @throws BadUserInputError if the text is not a roster */
  import(
    operation: Operation,
    csv: string,
    { isDryRun, name }: { isDryRun: boolean; name: string },
  ): Promise<RosterReport> {
    const { rows, ignored } = rosterRows(csv);
    return this.importRows(operation, rows, { isDryRun, source: 'FILE', name, ignored });
  }

  /**
   * Invites those who are not invited yet, and puts members and those already invited into the cohort of their row. A
   * row that cannot be imported does not stop the others.
   */
  async importRows(
    operation: Operation,
    read: readonly RosterRow[],
    options: ImportOptions,
  ): Promise<RosterReport> {
    const { isDryRun, here = new Map<number, Here>(), ignored = [] } = options;
    const { organization } = await operation.member();
    const tx = await operation.tx();
    if (!isDryRun) await lockRosters(tx, organization.id);
    const rows = await this.placed(operation, read);
    const known = await knownPeople(tx, rows);
    const fates = rows.map((row) => {
      const person = here.get(row.line);
      return { row, fate: person ? fateOfHere(person) : fateOf(row, known) };
    });
    const count = (wanted: RosterResult) => fates.filter(({ fate }) => fate.kind === wanted).length;
    const counts = {
      invited: count('INVITED'),
      placed: count('PLACED'),
      unchanged: count('UNCHANGED'),
      refused: count('REFUSED'),
    };
    const { importId, links, mailed } = isDryRun
      ? NOTHING_WRITTEN
      : await this.write(operation, fates, { ...options, ...counts });
    return {
      isDryRun,
      importId,
      ...counts,
      mailed,
      ignored,
      rows: fates.map(({ row, fate }) =>
        shown(row, fate, {
          link: links.get(row.line) ?? null,
          rolesHere: [...(known.people.get(row.email.toLowerCase())?.roles ?? [])],
        }),
      ),
    };
  }

  private async placed(operation: Operation, rows: readonly RosterRow[]): Promise<PlacedRow[]> {
    const cohorts = await listCohorts(await operation.tx());
    return rows.map((row) => {
      const wanted = row.cohort.toLowerCase();
      const cohort = cohorts.find(({ slug, name }) => slug === wanted || name.toLowerCase() === wanted);
      const emailHash = this.personal.emailHash(row.email);
      if (row.problem !== null || row.cohort === '') return { ...row, emailHash, cohortId: null };
      const problem = cohort ? null : `There is no cohort "${row.cohort}". Write its name, or leave it out.`;
      return { ...row, emailHash, cohortId: cohort?.id ?? null, problem };
    });
  }

  private async write(
    operation: Operation,
    fates: readonly Decided[],
    {
      source,
      name,
      ...counts
    }: Pick<ImportOptions, 'source' | 'name'> &
      Pick<RosterReport, 'invited' | 'placed' | 'unchanged' | 'refused'>,
  ): Promise<Written> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const fresh = fates.filter(({ fate }) => fate.kind === 'INVITED').map(({ row }) => row);
    const { ids, links, mailed } = await this.invite(operation, fresh);
    const placed = fates.flatMap(({ fate }) => (fate.kind === 'PLACED' ? [fate] : []));
    await enrollAll(
      tx,
      organization.id,
      placed.filter((fate) => 'userId' in fate),
    );
    await pointInvitations(
      tx,
      placed.filter((fate) => 'invitationId' in fate),
    );
    const { invited, unchanged, refused } = counts;
    const importId = await recordRosterImport(tx, {
      organizationId: organization.id,
      importedById: userId,
      source,
      name,
      invited,
      placed: counts.placed,
      unchanged,
      refused,
      rows: recordsOf(fates, ids),
    });
    await putOnRecord(operation, {
      action: 'roster.imported',
      subjectType: 'organization',
      subjectId: organization.id,
      detail: { importId, name, invited, placed: counts.placed, mailed },
    });
    return { importId, links, mailed };
  }

  /** Stores all invitations in one statement, and all letters in another. */
  private async invite(operation: Operation, rows: readonly PlacedRow[]): Promise<Invited> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const drafts = rows.map(({ line, email, role, cohortId }) => ({
      line,
      ...this.drafts.draft({
        organizationId: organization.id,
        invitedById: userId,
        email,
        role,
        cohortId: role === 'STUDENT' ? cohortId : null,
        now: operation.startedAt,
      }),
    }));
    await createInvitations(
      tx,
      drafts.map(({ invitation }) => invitation),
    );
    const mailed = await leaveInvitationLetters(
      tx,
      drafts.map(({ letter }) => letter),
    );
    return {
      ids: new Map(drafts.map(({ line, invitation }) => [line, invitation.id])),
      links: new Map(drafts.map(({ line, link }) => [line, link])),
      mailed: mailed.size,
    };
  }
}

function fateOfHere({ userId, cohortId, isEnrolled }: Here): Fate {
  return isEnrolled
    ? { kind: 'UNCHANGED', userId, invitationId: null }
    : { kind: 'PLACED', userId, cohortId };
}

function shown(
  { line, email, role, cohort }: PlacedRow,
  fate: Fate,
  more: Pick<RosterReportRow, 'link' | 'rolesHere'>,
): RosterReportRow {
  const problem = fate.kind === 'REFUSED' ? fate.problem : null;
  return { line, email, role, cohort, problem, result: fate.kind, ...more };
}

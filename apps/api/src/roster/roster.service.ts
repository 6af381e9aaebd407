import { Inject, Injectable } from '@nestjs/common';
import {
  PersonalData,
  createInvitations,
  enrollAll,
  leaveInvitationLetters,
  listCohorts,
  pointInvitations,
  recordAudit,
} from '@holdout/db';
import type { RosterReport, RosterReportRow, RosterResult } from '@holdout/domain';
import { InvitationDrafts } from '../invitations/invitation-drafts.js';
import type { Operation } from '../operation/operation.js';
import { fateOf, knownPeople, type Fate, type PlacedRow } from './roster-fates.js';
import { rosterRows, type RosterRow } from './roster-rows.js';

interface Decided {
  row: PlacedRow;
  fate: Fate;
}

interface ImportOptions {
  isDryRun: boolean;
  /** Whether the person of a row needs no invitation. */
  isHere: (line: number) => boolean;
  /** Columns of the file that nothing reads. */
  ignored?: string[];
}

interface Written {
  /** Of the new invitations, by line. */
  links: ReadonlyMap<number, string>;
  mailed: number;
}

const UNCHANGED: Fate = { kind: 'UNCHANGED' };
const NOTHING_WRITTEN: Written = { links: new Map(), mailed: 0 };

@Injectable()
export class RosterService {
  constructor(
    @Inject(PersonalData) private readonly personal: PersonalData,
    private readonly drafts: InvitationDrafts,
  ) {}

  /** @throws BadUserInputError for what is no roster */
  import(operation: Operation, csv: string, isDryRun: boolean): Promise<RosterReport> {
    const { rows, ignored } = rosterRows(csv);
    return this.importRows(operation, rows, { isDryRun, ignored, isHere: () => false });
  }

  /**
   * Invites those who are not invited yet, and puts those who are here, or invited, into the cohort of their row; a row that
   * cannot be taken holds up none of the others.
   */
  async importRows(
    operation: Operation,
    read: readonly RosterRow[],
    { isDryRun, isHere, ignored = [] }: ImportOptions,
  ): Promise<RosterReport> {
    const rows = await this.placed(operation, read);
    const known = await knownPeople(await operation.tx(), rows);
    const fates = rows.map((row) => ({
      row,
      fate: isHere(row.line) ? UNCHANGED : fateOf(row, known),
    }));
    const { links, mailed } = isDryRun ? NOTHING_WRITTEN : await this.write(operation, fates);
    const count = (wanted: RosterResult) => fates.filter(({ fate }) => fate.kind === wanted).length;
    return {
      isDryRun,
      ...{ invited: count('INVITED'), placed: count('PLACED') },
      ...{ unchanged: count('UNCHANGED'), refused: count('REFUSED'), mailed, ignored },
      rows: fates.map(({ row, fate }) => shown(row, fate, links.get(row.line) ?? null)),
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

  private async write(operation: Operation, fates: readonly Decided[]): Promise<Written> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const fresh = fates.filter(({ fate }) => fate.kind === 'INVITED').map(({ row }) => row);
    const written = await this.invite(operation, fresh);
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
    await recordAudit(tx, {
      ...{ organizationId: organization.id, actorId: userId, action: 'roster.imported' },
      ...{ subjectType: 'organization', subjectId: organization.id },
      detail: { invited: fresh.length, placed: placed.length, mailed: written.mailed },
    });
    return written;
  }

  /** Invitations and their letters, each in one statement. */
  private async invite(operation: Operation, rows: readonly PlacedRow[]): Promise<Written> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const drafts = rows.map(({ email, role, cohortId }) =>
      this.drafts.draft({
        ...{ organizationId: organization.id, invitedById: userId, email, role },
        ...{ cohortId: role === 'STUDENT' ? cohortId : null, now: operation.startedAt },
      }),
    );
    await createInvitations(
      tx,
      drafts.map(({ invitation }) => invitation),
    );
    const mailed = await leaveInvitationLetters(
      tx,
      drafts.map(({ letter }) => letter),
    );
    const links = new Map(rows.map(({ line }, index) => [line, drafts[index]?.link ?? '']));
    return { links, mailed: mailed.size };
  }
}

function shown({ line, email, role, cohort }: PlacedRow, fate: Fate, link: string | null): RosterReportRow {
  const problem = fate.kind === 'REFUSED' ? fate.problem : null;
  return { line, email, role, cohort, problem, result: fate.kind, link };
}

import { Inject, Injectable } from '@nestjs/common';
import {
  PersonalData,
  createInvitations,
  enrollAll,
  listCohorts,
  pointInvitations,
  recordAudit,
} from '@holdout/db';
import type { RosterReport, RosterReportRow, RosterResult } from '@holdout/domain';
import { invitationLink, VALID_FOR_MS } from '../auth/invitation-token.js';
import { newToken, tokenHash } from '../auth/secret-token.js';
import type { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
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

const UNCHANGED: Fate = { kind: 'UNCHANGED' };

@Injectable()
export class RosterService {
  constructor(
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
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
    const links = isDryRun ? new Map<number, string>() : await this.write(operation, fates);
    const count = (wanted: RosterResult) => fates.filter(({ fate }) => fate.kind === wanted).length;
    return {
      isDryRun,
      ...{ invited: count('INVITED'), placed: count('PLACED') },
      ...{ unchanged: count('UNCHANGED'), refused: count('REFUSED'), ignored },
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

  /** Links of the new invitations, by line. */
  private async write(operation: Operation, fates: readonly Decided[]): Promise<Map<number, string>> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const fresh = fates.filter(({ fate }) => fate.kind === 'INVITED').map(({ row }) => row);
    const links = await this.invite(operation, fresh);
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
      detail: { invited: fresh.length, placed: placed.length },
    });
    return links;
  }

  private async invite(operation: Operation, rows: readonly PlacedRow[]): Promise<Map<number, string>> {
    const { organization, userId } = await operation.member();
    const tokens = new Map(rows.map(({ line }) => [line, newToken()]));
    const expiresAt = new Date(operation.startedAt.getTime() + VALID_FOR_MS);
    await createInvitations(
      await operation.tx(),
      rows.map(({ line, emailHash, role, cohortId }) => ({
        ...{ organizationId: organization.id, invitedById: userId, expiresAt, emailHash, role },
        cohortId: role === 'STUDENT' ? cohortId : null,
        tokenHash: tokenHash(tokens.get(line) ?? ''),
      })),
    );
    return new Map([...tokens].map(([line, token]) => [line, invitationLink(this.config.PUBLIC_URL, token)]));
  }
}

function shown({ line, email, role, cohort }: PlacedRow, fate: Fate, link: string | null): RosterReportRow {
  const problem = fate.kind === 'REFUSED' ? fate.problem : null;
  return { line, email, role, cohort, problem, result: fate.kind, link };
}

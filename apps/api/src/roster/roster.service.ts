import { Inject, Injectable } from '@nestjs/common';
import { PersonalData, createInvitations, invitedAlready, listCohorts, recordAudit } from '@holdout/db';
import type { RosterReport, RosterReportRow, RosterResult } from '@holdout/domain';
import { invitationLink, VALID_FOR_MS } from '../auth/invitation-token.js';
import { newToken, tokenHash } from '../auth/secret-token.js';
import type { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { rosterRows, type RosterRow } from './roster-rows.js';

/** A row whose cohort was found, with the invitation that it would make. */
interface Placed extends RosterRow {
  emailHash: string;
  cohortId: string | null;
}

@Injectable()
export class RosterService {
  constructor(
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws BadUserInputError for what is no roster */
  import(operation: Operation, csv: string, isDryRun: boolean): Promise<RosterReport> {
    return this.importRows(operation, rosterRows(csv), { isDryRun, isHere: () => false });
  }

  /**
   * Invites those who are not invited yet; a row that cannot be taken holds up none of the others.
   * @param isHere whether the person of a row needs no invitation
   */
  async importRows(
    operation: Operation,
    read: readonly RosterRow[],
    { isDryRun, isHere }: { isDryRun: boolean; isHere: (line: number) => boolean },
  ): Promise<RosterReport> {
    const rows = await this.placed(operation, read);
    const tx = await operation.tx();
    const known = await invitedAlready(
      tx,
      rows.map(({ emailHash }) => emailHash),
    );
    const resultOf = (row: Placed): RosterResult => {
      if (isHere(row.line)) return 'UNCHANGED';
      if (row.problem !== null) return 'REFUSED';
      return known.has(`${row.emailHash} ${row.role}`) ? 'UNCHANGED' : 'INVITED';
    };
    const results = rows.map((row) => ({ row, result: resultOf(row) }));
    const fresh = results.filter(({ result }) => result === 'INVITED').map(({ row }) => row);
    const links = isDryRun ? new Map<number, string>() : await this.invite(operation, fresh);
    const count = (wanted: RosterResult) => results.filter(({ result }) => result === wanted).length;
    return {
      isDryRun,
      invited: count('INVITED'),
      unchanged: count('UNCHANGED'),
      refused: count('REFUSED'),
      rows: results.map(({ row, result }) => shown(row, result, links.get(row.line) ?? null)),
    };
  }

  private async placed(operation: Operation, rows: readonly RosterRow[]): Promise<Placed[]> {
    const cohorts = await listCohorts(await operation.tx());
    return rows.map((row) => {
      const cohort = cohorts.find(({ slug, name }) => slug === row.cohort || name === row.cohort);
      const emailHash = this.personal.emailHash(row.email);
      if (row.problem !== null || row.cohort === '') return { ...row, emailHash, cohortId: null };
      const problem = cohort ? null : `There is no cohort "${row.cohort}". Write its name, or leave it out.`;
      return { ...row, emailHash, cohortId: cohort?.id ?? null, problem };
    });
  }

  /** Links by line. */
  private async invite(operation: Operation, rows: readonly Placed[]): Promise<Map<number, string>> {
    const { organization, userId } = await operation.member();
    const tx = await operation.tx();
    const tokens = new Map(rows.map(({ line }) => [line, newToken()]));
    const expiresAt = new Date(operation.startedAt.getTime() + VALID_FOR_MS);
    await createInvitations(
      tx,
      rows.map(({ line, emailHash, role, cohortId }) => ({
        ...{ organizationId: organization.id, invitedById: userId, expiresAt, emailHash, role },
        cohortId: role === 'STUDENT' ? cohortId : null,
        tokenHash: tokenHash(tokens.get(line) ?? ''),
      })),
    );
    await recordAudit(tx, {
      ...{ organizationId: organization.id, actorId: userId, action: 'roster.imported' },
      ...{ subjectType: 'organization', subjectId: organization.id, detail: { invited: rows.length } },
    });
    return new Map([...tokens].map(([line, token]) => [line, invitationLink(this.config.PUBLIC_URL, token)]));
  }
}

function shown(
  { line, email, role, cohort, problem }: Placed,
  result: RosterResult,
  link: string | null,
): RosterReportRow {
  return { line, email, role, cohort, problem: result === 'REFUSED' ? problem : null, result, link };
}

import { Injectable } from '@nestjs/common';
import {
  assignmentsByIds,
  changeTeam,
  cohortById,
  formTeam,
  joinTeam,
  leaveTeam,
  studentsWithoutTeam,
  teamById,
  teamOf,
  teamsOf,
  type AssignmentRow,
  type TeamRow,
} from '@holdout/db';
import { BadUserInputError, NotFoundError, TEAM_LIMITS, maxTeamSizeOf } from '@holdout/domain';
import { JobQueues } from '@holdout/jobs';
import { assignmentNamed, newestVersion } from '../assignments/assignment-loaders.js';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { rescoreLater } from '../runs/rescore-later.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { StudentWithoutTeamType, TeamChangeInput, TeamType, TeamworkType } from './teams.types.js';

const MAX_REASON = 1000;
const MAX_SEARCH = 100;
const MOST_FOUND = 20;

/** Teams of students, where an assignment allows them. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly queues: JobQueues,
  ) {}

  /** Null where everyone works alone. */
  async teamwork(operation: Operation, assignment: AssignmentRow): Promise<TeamworkType | null> {
    const version = await operation.shared(newestVersion).load(assignment.id);
    const maxTeamSize = version ? maxTeamSizeOf(version.definition) : 1;
    if (maxTeamSize === 1) return null;
    const { userId } = await operation.member();
    const team = await teamOf(await operation.tx(), assignment.id, userId);
    return { maxTeamSize, team: team && (await this.shown(operation, team)) };
  }

  /** @throws NotFoundError, NotEnrolledError, BadUserInputError, ConflictError: see `formTeam` of the database */
  async form(operation: Operation, slug: string, entered: string): Promise<TeamType> {
    const name = checkedText(entered, {
      field: 'name',
      least: 1,
      limit: TEAM_LIMITS.name,
      message: `A team has a name of 1 to ${TEAM_LIMITS.name} characters. Leaderboards show it.`,
    });
    const assignment = await operation.shared(assignmentNamed).load(slug);
    const team = await formTeam(await operation.tx(), assignment, name, await this.person(operation));
    return this.shown(operation, team);
  }

  /** @throws NotFoundError, NotEnrolledError, ConflictError: see `joinTeam` of the database */
  async join(operation: Operation, slug: string, code: string): Promise<TeamType> {
    const assignment = await operation.shared(assignmentNamed).load(slug);
    const team = await joinTeam(await operation.tx(), assignment, code, await this.person(operation));
    return this.shown(operation, team);
  }

  /** @throws NotFoundError; ConflictError once the team has handed something in */
  async leave(operation: Operation, slug: string): Promise<true> {
    const { id } = await operation.shared(assignmentNamed).load(slug);
    const { userId } = await operation.member();
    await leaveTeam(await operation.tx(), id, userId);
    return true;
  }

  /** @throws NotFoundError */
  async of(operation: Operation, slug: string, cohortId: string): Promise<TeamType[]> {
    const tx = await operation.tx();
    const { id: assignmentId } = await operation.shared(assignmentNamed).load(slug);
    const cohort = await cohortById(tx, cohortId);
    const teams = await teamsOf(tx, { assignmentId, cohortId: cohort.id });
    return Promise.all(teams.map((team) => this.shown(operation, team)));
  }

  /** Names are sealed: each is opened to be looked at. @throws NotFoundError, BadUserInputError */
  async without(
    operation: Operation,
    { slug, cohortId, search: entered }: { slug: string; cohortId: string; search: string },
  ): Promise<StudentWithoutTeamType[]> {
    const wanted = checkedText(entered, {
      field: 'search',
      limit: MAX_SEARCH,
      message: `Search by up to ${MAX_SEARCH} characters of a name.`,
    }).toLowerCase();
    const tx = await operation.tx();
    const { id: assignmentId } = await operation.shared(assignmentNamed).load(slug);
    const cohort = await cohortById(tx, cohortId);
    const ids = await studentsWithoutTeam(tx, { assignmentId, cohortId: cohort.id });
    const students = await Promise.all(
      ids.map(async (id) => ({ id, name: await this.names.of(operation, id) })),
    );
    return students
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
      .slice(0, MOST_FOUND);
  }

  /**
   * On record with its reason. Lateness, credentials and grades follow.
   * @throws NotFoundError, BadUserInputError, ConflictError: see `changeTeam` of the database
   */
  async change(
    operation: Operation,
    { teamId, add, remove, reason: given }: TeamChangeInput,
  ): Promise<TeamType> {
    const reason = checkedText(given, {
      field: 'reason',
      least: 1,
      limit: MAX_REASON,
      message: `Say why, in 1 to ${MAX_REASON} characters; it is kept on record.`,
    });
    if (add.length + remove.length === 0 || add.length + remove.length > 2 * TEAM_LIMITS.size)
      throw new BadUserInputError(`Add or remove 1 to ${2 * TEAM_LIMITS.size} students.`, { field: 'add' });
    const tx = await operation.tx();
    const { assignmentId } = await teamById(tx, teamId);
    const [assignment] = await assignmentsByIds(tx, [assignmentId]);
    if (!assignment) throw new NotFoundError('The assignment');
    const team = await changeTeam(tx, assignment, { id: teamId, add, remove }, operation.startedAt);
    await putOnRecord(operation, {
      action: 'team.changed',
      subjectType: 'team',
      subjectId: team.id,
      detail: { assignmentId, name: team.name, added: add, removed: remove, reason },
    });
    await rescoreLater(operation, this.queues, { kind: 'LATENESS', subjectId: assignmentId, reason });
    return this.shown(operation, team);
  }

  private async person(operation: Operation) {
    const { organization, userId } = await operation.member();
    return { organizationId: organization.id, userId, now: operation.startedAt };
  }

  private async shown(operation: Operation, team: TeamRow): Promise<TeamType> {
    const { userId: viewerId } = await operation.member();
    const { id, name, joinCode, frozenAt } = team;
    return {
      id,
      name,
      frozenAt,
      joinCode: frozenAt ? null : joinCode,
      members: await Promise.all(
        team.members.map(async ({ userId, joinedAt }) => ({
          id: userId,
          joinedAt,
          isViewer: userId === viewerId,
          name: await this.names.of(operation, userId),
        })),
      ),
    };
  }
}

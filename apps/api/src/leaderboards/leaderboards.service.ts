import { Injectable } from '@nestjs/common';
import {
  cohortsOf,
  latestRelease,
  latestDefinition,
  leaderboardEntry,
  leaderboardPage,
  listCohorts,
  pseudonymsOf,
  ranksOf,
  studentPolicy,
  teamNamesOf,
  type AssignmentRow,
  type Board,
  type LeaderboardEntry,
  type Tx,
} from '@holdout/db';
import { ForbiddenError, NotEnrolledError, NotFoundError } from '@holdout/domain';
import type { LeaderboardBoard } from '../graphql/enums.js';
import { checkedPageSize } from '../graphql/paging.js';
import { assignmentNamed } from '../assignments/assignment-loaders.js';
import { shownDefinition } from '../assignments/definition.js';
import type { Operation } from '../operation/operation.js';
import { isStaff, type Member } from '../operation/viewer.js';
import { NamesLoader } from '../runs/run-loaders.js';
import { viewersTeams } from '../teams/viewers-teams.js';
import { toLadder } from '../runs/score-view.js';
import { boardCursor } from './board-cursor.js';
import type { LeaderboardChangeType, LeaderboardType } from './leaderboards.types.js';
import { rankPage, type PlacedRow } from './rank-page.js';

interface Asked {
  assignmentSlug: string;
  board: LeaderboardBoard;
  cohortSlug: string | null;
  first: number;
  after: string | null;
}

type Version = NonNullable<Awaited<ReturnType<typeof latestDefinition>>>;

@Injectable()
export class LeaderboardsService {
  constructor(private readonly names: NamesLoader) {}

  /**
   * Only staff may follow a row to its run; students to their own.
   * @throws NotFoundError for the assignment or the cohort; ForbiddenError while the private board is closed
   */
  async leaderboard(operation: Operation, asked: Asked): Promise<LeaderboardType> {
    const member = await operation.member();
    const tx = await operation.tx();
    const assignment = await operation.shared(assignmentNamed).load(asked.assignmentSlug);
    const version = await latestDefinition(tx, assignment.id);
    if (!version) throw new NotFoundError('The leaderboard');
    const opening = await this.privateOpening(operation, tx, assignment, version);
    if (asked.board === 'PRIVATE' && !opening.isPrivateOpen) {
      throw new ForbiddenError(
        'The private board opens when the assignment closes, so that nobody can steer by it before.',
      );
    }
    const board: Board = {
      assignmentVersionId: version.id,
      split: asked.board === 'PRIVATE' ? 'PRIVATE_TEST' : 'PUBLIC_TEST',
      cohortId: asked.cohortSlug === null ? null : await this.cohortId(tx, member, asked.cohortSlug),
    };
    const before = asked.after === null ? null : boardCursor.decode(asked.after);
    const { rows: entries, hasNextPage } = await leaderboardPage(tx, board, {
      first: checkedPageSize(asked.first),
      after: before,
    });
    const leader = before && (await leaderboardEntry(tx, board, before.leaderId));
    const { rows, leaderId } = rankPage(entries, before && { cursor: before, leader });
    const last = rows.at(-1);
    const [own] = await ranksOf(tx, board, [member.userId, ...(await operation.shared(viewersTeams))]);
    return {
      board: asked.board,
      rows: await this.shown(operation, board, rows),
      pageInfo: {
        hasNextPage,
        endCursor:
          last && leaderId
            ? boardCursor.encode({
                ...{ value: last.entry.value, id: last.entry.id, rank: last.rank },
                ...{ count: (before?.count ?? 0) + rows.length, leaderId },
                band: Math.max(...rows.map(({ band }) => band)),
              })
            : null,
      },
      passMark: shownDefinition.parse(version.definition).passMark,
      ...opening,
      ownPlace: own ? { rank: own.rank, points: own.value, low: own.low, high: own.high } : null,
      ownChange: await ownChange(tx, member.userId, version.id),
    };
  }

  private async shown(operation: Operation, board: Board, rows: PlacedRow<LeaderboardEntry>[]) {
    const member = await operation.member();
    const tx = await operation.tx();
    const alone = rows.flatMap(({ entry }) => (entry.teamId ? [] : entry.studentId));
    const teamIds = rows.flatMap(({ entry }) => entry.teamId ?? []);
    const pseudonyms = await pseudonymsOf(tx, alone);
    const teamNames = teamIds.length > 0 ? await teamNamesOf(tx, teamIds) : new Map<string, string>();
    const isPrivate = board.split === 'PRIVATE_TEST';
    const publicRanks = new Map(
      (isPrivate ? await ranksOf(tx, { ...board, split: 'PUBLIC_TEST' }, [...alone, ...teamIds]) : []).map(
        (rank) => [rank.holderId, rank.rank],
      ),
    );
    return Promise.all(
      rows.map(async ({ entry, rank, band }) => {
        const { id, studentId, teamId, value: points, low, high } = entry;
        const isViewer = await isViewersEntry(operation, entry);
        const isKnown = isViewer || isStaff(member);
        const realName = await this.names.of(operation, studentId);
        return {
          ...{ id, rank, band, points, low, high, isViewer },
          name: teamId ? (teamNames.get(teamId) ?? '') : (pseudonyms.get(studentId) ?? realName),
          student: isKnown ? { id: studentId, name: realName } : null,
          runId: isKnown ? entry.runId : null,
          publicRank: publicRanks.get(teamId ?? studentId) ?? null,
        };
      }),
    );
  }

  /** Open to staff always; to students once the assignment takes no more submissions of theirs. */
  private async privateOpening(operation: Operation, tx: Tx, assignment: AssignmentRow, version: Version) {
    const member = await operation.member();
    const now = operation.startedAt;
    try {
      const { window } = await studentPolicy(tx, { assignment, version, studentId: member.userId, now });
      const isClosed = window.closesAt !== null && window.closesAt <= now;
      return { isPrivateOpen: isClosed || isStaff(member), privateOpensAt: window.closesAt };
    } catch (error) {
      if (!(error instanceof NotEnrolledError)) throw error;
      return { isPrivateOpen: isStaff(member), privateOpensAt: null };
    }
  }

  /** Students see boards of their own cohorts. @throws NotFoundError */
  private async cohortId(tx: Tx, member: Member, slug: string): Promise<string> {
    const cohorts = isStaff(member) ? await listCohorts(tx) : await cohortsOf(tx, member.userId);
    const cohort = cohorts.find((known) => known.slug === slug);
    if (!cohort) throw new NotFoundError('The cohort');
    return cohort.id;
  }
}

/** A team's entry is its members', whoever handed in what stands there. */
async function isViewersEntry(
  operation: Operation,
  { studentId, teamId }: LeaderboardEntry,
): Promise<boolean> {
  if (teamId) return (await operation.shared(viewersTeams)).has(teamId);
  return studentId === (await operation.member()).userId;
}

async function ownChange(
  tx: Tx,
  userId: string,
  assignmentVersionId: string,
): Promise<LeaderboardChangeType | null> {
  const latest = await latestRelease(tx, userId, assignmentVersionId);
  const ladder = toLadder(latest?.ladder);
  return latest && ladder
    ? { runId: latest.runId, isReleased: ladder.isReleased, message: ladder.message, at: latest.createdAt }
    : null;
}

import { Injectable } from '@nestjs/common';
import {
  cohortsOf,
  latestRelease,
  latestDefinition,
  leaderboardEntry,
  leaderboardPage,
  listCohorts,
  openingOf,
  pseudonymsOf,
  ranksOf,
  teamNamesOf,
  type AssignmentRow,
  type Board,
  type LeaderboardEntry,
  type Tx,
} from '@holdout/db';
import { ForbiddenError, NotFoundError, windowOf } from '@holdout/domain';
import type { LeaderboardBoard } from '../graphql/enums.js';
import { checkedPageSize } from '../graphql/paging.js';
import { assignmentNamed } from '../assignments/assignment-loaders.js';
import { publishedDefinition } from '../assignments/definition.js';
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
    const [assignment, version] = await Promise.all([
      operation.shared(assignmentNamed).load(asked.assignmentSlug),
      latestDefinition(tx, asked.assignmentSlug),
    ]);
    if (!version) throw new NotFoundError('The leaderboard');
    const board: Board = {
      assignmentVersionId: version.id,
      split: asked.board === 'PRIVATE' ? 'PRIVATE_TEST' : 'PUBLIC_TEST',
      cohortId: asked.cohortSlug === null ? null : await this.cohortId(tx, member, asked.cohortSlug),
    };
    const before = asked.after === null ? null : boardCursor.decode(asked.after);
    // What is asked for together travels together.
    const [opening, { rows: entries, hasNextPage }, leader, teams, change] = await Promise.all([
      this.privateOpening(operation, tx, assignment),
      leaderboardPage(tx, board, { first: checkedPageSize(asked.first), after: before }),
      before && leaderboardEntry(tx, board, before.leaderId),
      operation.shared(viewersTeams),
      ownChange(tx, member.userId, version.id),
    ]);
    if (asked.board === 'PRIVATE' && !opening.isPrivateOpen) {
      throw new ForbiddenError(
        'The private board opens when the assignment closes, so that nobody can steer by it before.',
      );
    }
    const { rows, leaderId } = rankPage(entries, before && { cursor: before, leader });
    const last = rows.at(-1);
    const [shown, [own]] = await Promise.all([
      this.shown(operation, board, rows),
      ranksOf(tx, board, [member.userId, ...teams]),
    ]);
    return {
      board: asked.board,
      rows: shown,
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
      passMark: publishedDefinition(version).passMark,
      ...opening,
      ownPlace: own ? { rank: own.rank, points: own.value, low: own.low, high: own.high } : null,
      ownChange: change,
    };
  }

  private async shown(operation: Operation, board: Board, rows: PlacedRow<LeaderboardEntry>[]) {
    const member = await operation.member();
    const tx = await operation.tx();
    const alone = rows.flatMap(({ entry }) => (entry.teamId ? [] : entry.studentId));
    const teamIds = rows.flatMap(({ entry }) => entry.teamId ?? []);
    const isPrivate = board.split === 'PRIVATE_TEST';
    const [pseudonyms, teamNames, ranks, realNames] = await Promise.all([
      pseudonymsOf(tx, alone),
      teamIds.length > 0 ? teamNamesOf(tx, teamIds) : new Map<string, string>(),
      isPrivate ? ranksOf(tx, { ...board, split: 'PUBLIC_TEST' }, [...alone, ...teamIds]) : [],
      Promise.all(rows.map(({ entry }) => this.names.of(operation, entry.studentId))),
    ]);
    const publicRanks = new Map(ranks.map((rank) => [rank.holderId, rank.rank]));
    return Promise.all(
      rows.map(async ({ entry, rank, band }, index) => {
        const { id, studentId, teamId, value: points, low, high } = entry;
        const isViewer = await isViewersEntry(operation, entry);
        const isKnown = isViewer || isStaff(member);
        const realName = realNames[index] ?? '';
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
  private async privateOpening(operation: Operation, tx: Tx, assignment: AssignmentRow) {
    const member = await operation.member();
    const now = operation.startedAt;
    const student = await openingOf(tx, { assignment, studentId: member.userId });
    const closesAt = student && windowOf(student.opening, now).closesAt;
    const isClosed = closesAt !== null && closesAt <= now;
    return { isPrivateOpen: isClosed || isStaff(member), privateOpensAt: closesAt };
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

import { Injectable } from '@nestjs/common';
import {
  cohortsOf,
  latestRelease,
  leaderboardEntry,
  leaderboardPage,
  listCohorts,
  openingOf,
  rankOf,
  type AssignmentRow,
  type Board,
  type BoardRow,
  type Tx,
} from '@holdout/db';
import { ForbiddenError, NotFoundError, windowOf } from '@holdout/domain';
import type { LeaderboardBoard } from '../graphql/enums.js';
import { checkedPageSize } from '../graphql/paging.js';
import { assignmentNamed, newestVersion } from '../assignments/assignment-loaders.js';
import { publishedDefinition } from '../assignments/definition.js';
import type { Operation } from '../operation/operation.js';
import { isStaff, type Member } from '../operation/viewer.js';
import { NamesLoader } from '../runs/run-loaders.js';
import { viewersTeams } from '../teams/viewers-teams.js';
import { toLadder } from '../runs/score-view.js';
import { boardCursor } from './board-cursor.js';
import type { LeaderboardChangeType, LeaderboardType } from './leaderboards.types.js';
import { BoardBands } from './board-bands.js';
import type { Place } from './rank-page.js';

interface Asked {
  assignmentSlug: string;
  board: LeaderboardBoard;
  cohortSlug: string | null;
  first: number;
  after: string | null;
}

@Injectable()
export class LeaderboardsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly bands: BoardBands,
  ) {}

  /**
   * Staff can open the run of every row; students only their own.
   * @throws NotFoundError for the assignment or the cohort; ForbiddenError while the private board is closed
   */
  async leaderboard(operation: Operation, asked: Asked): Promise<LeaderboardType> {
    const member = await operation.member();
    const tx = await operation.tx();
    const assignment = await operation.shared(assignmentNamed).load(asked.assignmentSlug);
    const version = await operation.shared(newestVersion).load(assignment.id);
    if (!version) throw new NotFoundError('The leaderboard');
    const board: Board = {
      assignmentVersionId: version.id,
      split: asked.board === 'PRIVATE' ? 'PRIVATE_TEST' : 'PUBLIC_TEST',
      cohortId: asked.cohortSlug === null ? null : await this.cohortId(tx, member, asked.cohortSlug),
    };
    const before = asked.after === null ? null : boardCursor.decode(asked.after);
    // Queries that are started together are sent in one round trip.
    const [opening, { rows: entries, hasNextPage }, leader, own, change] = await Promise.all([
      this.privateOpening(operation, tx, assignment),
      leaderboardPage(tx, board, { first: checkedPageSize(asked.first), after: before }),
      before && leaderboardEntry(tx, board, before.leaderId),
      rankOf(tx, board, member.userId),
      ownChange(tx, member.userId, version.id),
      operation.shared(viewersTeams),
    ]);
    if (asked.board === 'PRIVATE' && !opening.isPrivateOpen) {
      throw new ForbiddenError(
        'The private board opens when the assignment closes, so that nobody can tune their work to it.',
      );
    }
    const { places, leaderId } = await this.bands.of(tx, entries, before && { cursor: before, leader });
    const last = places.at(-1);
    const lastEntry = entries.at(-1);
    return {
      board: asked.board,
      rows: await Promise.all(entries.map((entry, index) => this.shown(operation, entry, places[index]))),
      pageInfo: {
        hasNextPage,
        endCursor:
          last && lastEntry && leaderId
            ? boardCursor.encode({
                value: lastEntry.value,
                id: lastEntry.id,
                rank: last.rank,
                count: (before?.count ?? 0) + entries.length,
                leaderId,
                band: Math.max(...places.map(({ band }) => band)),
              })
            : null,
      },
      passMark: publishedDefinition(version).passMark,
      ...opening,
      ownPlace: own && { rank: own.rank, points: own.value, low: own.low, high: own.high },
      ownChange: change,
    };
  }

  private async shown(operation: Operation, row: BoardRow, place: Place | undefined) {
    const { id, studentId, teamId, teamName, pseudonym, value: points, low, high } = row;
    const isViewer = await isViewersEntry(operation, row);
    const isKnown = isViewer || isStaff(await operation.member());
    // Names are decrypted only if they are shown.
    const realName = isKnown || !(teamId ?? pseudonym) ? this.names.opened(studentId, row) : '';
    return {
      id,
      rank: place?.rank ?? 0,
      band: place?.band ?? 0,
      points,
      low,
      high,
      isViewer,
      name: teamId ? (teamName ?? '') : (pseudonym ?? realName),
      student: isKnown ? { id: studentId, name: realName } : null,
      runId: isKnown ? row.runId : null,
      publicRank: row.publicRank,
    };
  }

  /** Always open to staff; open to a student once the assignment accepts no more submissions from them. */
  private async privateOpening(operation: Operation, tx: Tx, assignment: AssignmentRow) {
    const member = await operation.member();
    const now = operation.startedAt;
    const student = await openingOf(tx, { assignment, studentId: member.userId });
    const closesAt = student && windowOf(student.opening, now).closesAt;
    const isClosed = closesAt !== null && closesAt <= now;
    return { isPrivateOpen: isClosed || isStaff(member), privateOpensAt: closesAt };
  }

  /**
   * Students see only the boards of their own cohorts.
   * @throws NotFoundError
   */
  private async cohortId(tx: Tx, member: Member, slug: string): Promise<string> {
    const cohorts = isStaff(member) ? await listCohorts(tx) : await cohortsOf(tx, member.userId);
    const cohort = cohorts.find((known) => known.slug === slug);
    if (!cohort) throw new NotFoundError('The cohort');
    return cohort.id;
  }
}

/** A team's entry belongs to all of its members, whichever of them submitted it. */
async function isViewersEntry(operation: Operation, { studentId, teamId }: BoardRow): Promise<boolean> {
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

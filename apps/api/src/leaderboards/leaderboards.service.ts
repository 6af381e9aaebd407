import { Injectable } from '@nestjs/common';
import type { AssignmentRow, Board, BoardRow } from '@holdout/db';
import { ForbiddenError, NotFoundError, windowOf } from '@holdout/domain';
import type { LeaderboardBoard } from '../graphql/enums.js';
import { checkedPageSize } from '../graphql/paging.js';
import { assignmentNamed, newestVersion } from '../assignments/assignment-loaders.js';
import { publishedDefinition } from '../assignments/definition.js';
import { viewersCohorts } from '../cohorts/viewers-cohorts.js';
import type { Operation } from '../operation/operation.js';
import { isStaff, type Member } from '../operation/viewer.js';
import { NamesLoader } from '../runs/run-loaders.js';
import { viewersTeams } from '../teams/viewers-teams.js';
import { boardCursor } from './board-cursor.js';
import { BoardPages } from './board-pages.js';
import type { LeaderboardRowType, LeaderboardType } from './leaderboards.types.js';
import { ownChange, ownOpening, ownRank } from './own-place.js';
import type { Place } from './rank-page.js';

interface Asked {
  assignmentSlug: string;
  board: LeaderboardBoard;
  cohortSlug: string | null;
  first: number;
  after: string | null;
}

/** What decides what of a row somebody is told. */
interface BoardViewer {
  userId: string;
  isStaff: boolean;
  teams: ReadonlySet<string>;
}

@Injectable()
export class LeaderboardsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly pages: BoardPages,
  ) {}

  /**
   * Staff can open the run of every row; students only their own.
   * @throws NotFoundError for the assignment or the cohort; ForbiddenError while the private board is closed
   */
  async leaderboard(operation: Operation, asked: Asked): Promise<LeaderboardType> {
    const member = await operation.member();
    const assignment = await operation.shared(assignmentNamed).load(asked.assignmentSlug);
    const version = await operation.shared(newestVersion).load(assignment.id);
    if (!version) throw new NotFoundError('The leaderboard');
    const board: Board = {
      assignmentVersionId: version.id,
      split: asked.board === 'PRIVATE' ? 'PRIVATE_TEST' : 'PUBLIC_TEST',
      cohortId: asked.cohortSlug === null ? null : await cohortId(operation, asked.cohortSlug),
    };
    const before = asked.after === null ? null : boardCursor.decode(asked.after);
    // Queries that are started together are sent in one round trip.
    const [opening, page, own, change, teams] = await Promise.all([
      privateOpening(operation, member, assignment),
      this.pages.of(operation, board, { first: checkedPageSize(asked.first), before }),
      ownRank(operation, board),
      ownChange(operation, version.id),
      operation.shared(viewersTeams),
    ]);
    if (asked.board === 'PRIVATE' && !opening.isPrivateOpen) {
      throw new ForbiddenError(
        'The private board opens when the assignment closes, so that nobody can tune their work to it.',
      );
    }
    const viewer = { userId: member.userId, isStaff: isStaff(member), teams };
    return {
      board: asked.board,
      rows: page.rows.map((row) => this.shown(row, viewer)),
      pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.endCursor },
      passMark: publishedDefinition(version).passMark,
      ...opening,
      ownPlace: own && { rank: own.rank, points: own.value, low: own.low, high: own.high },
      ownChange: change,
    };
  }

  private shown(row: BoardRow & Place, viewer: BoardViewer): LeaderboardRowType {
    const { id, studentId, teamId, teamName, pseudonym, value: points, low, high, rank, band } = row;
    // A team's entry belongs to all of its members, whichever of them submitted it.
    const isViewer = teamId ? viewer.teams.has(teamId) : studentId === viewer.userId;
    const isKnown = isViewer || viewer.isStaff;
    // Names are decrypted only if they are shown.
    const realName = isKnown || !(teamId ?? pseudonym) ? this.names.opened(studentId, row) : '';
    return {
      id,
      rank,
      band,
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
}

/** Always open to staff; open to a student once the assignment accepts no more submissions from them. */
async function privateOpening(operation: Operation, member: Member, assignment: AssignmentRow) {
  const now = operation.startedAt;
  const opening = await ownOpening(operation, assignment);
  const closesAt = opening && windowOf(opening, now).closesAt;
  const isClosed = closesAt !== null && closesAt <= now;
  return { isPrivateOpen: isClosed || isStaff(member), privateOpensAt: closesAt };
}

/**
 * Students see only the boards of their own cohorts.
 * @throws NotFoundError
 */
async function cohortId(operation: Operation, slug: string): Promise<string> {
  const cohort = (await operation.shared(viewersCohorts)).find((known) => known.slug === slug);
  if (!cohort) throw new NotFoundError('The cohort');
  return cohort.id;
}

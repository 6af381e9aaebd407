import { Injectable } from '@nestjs/common';
import { assignmentBySlug, latestVersion, leaderboardOf } from '@holdout/db';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { LeaderboardType } from './leaderboards.types.js';

const NOTE =
  'Practice scores on the public split, as the Ladder released them. People in one band cannot be told apart: the difference is within the noise. Certification decides on other data.';

@Injectable()
export class LeaderboardsService {
  constructor(private readonly names: NamesLoader) {}

  /** Only staff may follow a row to its run; students to their own. @throws NotFoundError */
  async leaderboard(operation: Operation, assignmentSlug: string, first: number): Promise<LeaderboardType> {
    const member = await operation.member();
    const tx = await operation.tx();
    const assignment = await assignmentBySlug(tx, assignmentSlug);
    const version = await latestVersion(tx, assignment.id);
    if (!version) return { rows: [], note: NOTE };
    const ranked = await leaderboardOf(tx, version.id, checkedPageSize(first));
    const rows = await Promise.all(
      ranked.map(async ({ rank, band, entry }) => {
        const isViewer = entry.studentId === member.userId;
        return {
          rank,
          band,
          student: { id: entry.studentId, name: await this.names.of(operation, entry.studentId) },
          points: entry.value,
          low: entry.low,
          high: entry.high,
          runId: isViewer || isStaff(member) ? entry.runId : null,
          isViewer,
        };
      }),
    );
    return { rows, note: NOTE };
  }
}

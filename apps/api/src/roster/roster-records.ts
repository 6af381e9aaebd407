import type { RosterRowRecord } from '@holdout/db';
import type { Fate, PlacedRow } from './roster-fates.js';

export interface Decided {
  row: PlacedRow;
  fate: Fate;
}

/**
 * The record of an import: what it did with each accepted row, and what it already found in place.
 * @param invited ids of the new invitations, by line
 */
export function recordsOf(
  fates: readonly Decided[],
  invited: ReadonlyMap<number, string>,
): RosterRowRecord[] {
  return fates.flatMap(({ row: { line, role, cohortId: wanted }, fate }): RosterRowRecord[] => {
    const cohortId = role === 'STUDENT' ? wanted : null;
    const row = { line, role, cohortId, invitationId: null, userId: null, cohortBeforeId: null };
    switch (fate.kind) {
      case 'INVITED':
        return [{ ...row, change: 'INVITED', invitationId: invited.get(line) ?? null, userId: fate.userId }];
      case 'PLACED': {
        const { cohortId: place } = fate;
        return 'userId' in fate
          ? [{ ...row, change: 'ENROLLED', cohortId: place, userId: fate.userId }]
          : [{ ...row, ...pointed(fate), cohortId: place }];
      }
      case 'UNCHANGED':
        return [{ ...row, change: 'NONE', invitationId: fate.invitationId, userId: fate.userId }];
      case 'REFUSED':
        return [];
    }
  });
}

const pointed = ({
  invitationId,
  cohortBeforeId,
}: Extract<Fate, { invitationId: string; cohortId: string }>) => ({
  change: 'POINTED' as const,
  invitationId,
  cohortBeforeId,
});

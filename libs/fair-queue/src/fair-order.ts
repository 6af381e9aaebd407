/** A run that waits for a worker. */
export interface WaitingRun {
  id: string;
  organizationId: string;
  studentId: string;
  /** Milliseconds since the epoch. */
  queuedAt: number;
}

/** Resource-seconds used within the recent window, running runs included. Missing keys count as 0. */
export interface Usage {
  organizations: ReadonlyMap<string, number>;
  /** By `organizationId` and `studentId`: see `studentKey`. */
  students: ReadonlyMap<string, number>;
}

export interface FairShare {
  usage: Usage;
  /** Share of an organization relative to others; 1 where missing. Above 0. */
  weights: ReadonlyMap<string, number>;
}

/** What taking one run is expected to cost, in resource-seconds: the same for all, so that order needs no forecast. */
export const EXPECTED_COST_SECONDS = 60;

export const studentKey = (organizationId: string, studentId: string): string =>
  `${organizationId}/${studentId}`;

function grouped<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

const byAge = (a: WaitingRun, b: WaitingRun): number => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1);

interface Tagged {
  run: WaitingRun;
  tag: number;
}

const byTag = (a: Tagged, b: Tagged): number => a.tag - b.tag || byAge(a.run, b.run);

function orderOfOrganization(runs: readonly WaitingRun[], usage: Usage): WaitingRun[] {
  return grouped(runs, (run) => run.studentId)
    .flatMap((own) =>
      [...own].sort(byAge).map((run, index) => ({
        run,
        tag:
          (usage.students.get(studentKey(run.organizationId, run.studentId)) ?? 0) +
          index * EXPECTED_COST_SECONDS,
      })),
    )
    .sort(byTag)
    .map(({ run }) => run);
}

/**
 * Every waiting run in the order in which they would be taken, first first. Each run gets the usage that its student,
 * then its organization, will have reached when its turn comes; sorting by that is the same as taking greedily.
 */
export function fairOrder(waiting: readonly WaitingRun[], { usage, weights }: FairShare): WaitingRun[] {
  return grouped(waiting, (run) => run.organizationId)
    .flatMap((runs) =>
      orderOfOrganization(runs, usage).map((run, index) => ({
        run,
        tag:
          ((usage.organizations.get(run.organizationId) ?? 0) + index * EXPECTED_COST_SECONDS) /
          (weights.get(run.organizationId) ?? 1),
      })),
    )
    .sort(byTag)
    .map(({ run }) => run);
}

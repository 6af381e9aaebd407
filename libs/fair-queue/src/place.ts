import { byAge, byText, studentKey, type Limits, type WaitingRun } from './rule.js';
import type { OrganizationLane, StudentLane } from './shares.js';

export interface Place {
  /** 1 is next. */
  position: number;
  /** Expected resource-seconds of the runs that are taken earlier. */
  aheadSeconds: number;
  /** Runs of the same student that wait before it or are worked on, and how many of them are worked on at once. */
  ownAhead: number;
  parallel: number;
  expectedSeconds: number;
}

interface Ahead {
  runs: number;
  seconds: number;
}

/** Runs of the same organization that are taken earlier: each is judged by what its student will have had by then. */
function aheadInOrganization(run: WaitingRun, lane: StudentLane): Ahead & { own: number } {
  const { parent } = lane;
  const entries = [...parent.share.students.values()].flatMap(({ student, pass }) =>
    student.lanes
      .filter((each) => each.parent === parent)
      .flatMap(({ runs }) => {
        let had = pass;
        return [...runs.values()].sort(byAge).map((each) => {
          const entry = { run: each, studentId: student.id, key: studentKey(had, each) };
          had += each.expectedSeconds;
          return entry;
        });
      }),
  );
  const mine = entries.find((entry) => entry.run === run);
  if (!mine) return { runs: 0, seconds: 0, own: 0 };
  const earlier = entries.filter((entry) =>
    entry.studentId === mine.studentId
      ? byAge(entry.run, run) < 0
      : (entry.key - mine.key || byText(entry.studentId, mine.studentId)) < 0,
  );
  return {
    runs: earlier.length,
    seconds: earlier.reduce((sum, entry) => sum + entry.run.expectedSeconds, 0),
    own: earlier.filter(({ studentId }) => studentId === mine.studentId).length,
  };
}

/** How many runs of another organization are taken before ours stands at `pass`. */
function aheadElsewhere(
  { share, waiting, waitingSeconds }: OrganizationLane,
  pass: number,
  weight: number,
): Ahead {
  const each = waitingSeconds / waiting;
  const runs = Math.min(waiting, Math.max(0, Math.ceil(((pass - share.pass) * weight) / each)));
  return { runs, seconds: runs * each };
}

/**
 * Where a waiting run stands. Exact while nobody comes, every run costs what is expected and nobody is at a limit; in
 * O(organizations + runs of the own organization).
 */
export function placeOf(run: WaitingRun, lane: StudentLane, limits: Limits): Place {
  const { parent, share } = lane;
  const inside = aheadInOrganization(run, lane);
  const pass = parent.share.pass + inside.seconds / limits.weightOf(parent.share.id);
  const others = [...parent.lane.organizations.values()]
    .filter((other) => other !== parent)
    .map((other) => aheadElsewhere(other, pass, limits.weightOf(other.share.id)));
  return {
    position: 1 + inside.runs + others.reduce((sum, { runs }) => sum + runs, 0),
    aheadSeconds: inside.seconds + others.reduce((sum, { seconds }) => sum + seconds, 0),
    ownAhead: inside.own + share.student.running,
    parallel: limits.parallelOf(parent.share.id, share.student.id),
    expectedSeconds: run.expectedSeconds,
  };
}

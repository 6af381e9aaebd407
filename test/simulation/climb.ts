import { pointsOf, type MetricAnchors } from '@holdout/domain';
import { releaseScore, type ResampledPoints } from '@holdout/leaderboard';
import { randomOf } from '../support/random.js';

/** Rows of tabular-risk: what practice is scored on, and what certification is. */
const ROWS = { public: 600, private: 1400 };
const RESAMPLES = 1000;
/** Cost per applicant, as tabular-risk measures and anchors it. */
const COSTS = { missed: 5, refused: 1 };
const ANCHORS: MetricAnchors = { naive: 0.719, simple: 0.488, strong: 0.452 };
/** Makes the first decisions about as good as the simple reference's. */
const NOISE = 0.42;

/** How a scripted student goes from one submission to the next. */
export interface Script {
  /** Decisions flipped at once. A program cannot tell public rows from private ones: it flips both alike. */
  flips: number;
  /** `board`: what the Ladder shows as better. `score`: whatever scores better, as on a board without one. */
  keeps: 'board' | 'score';
  submissions: number;
}

export interface Climb {
  /** Points on private rows, last kept submission less first. */
  privateGain: number;
  /** The same on public rows: what the board came to show. */
  publicGain: number;
  kept: number;
}

/** Climbs the public board by flipping random decisions and keeping what it likes. */
export function climb({ flips, keeps, submissions }: Script, seed: number): Climb {
  const random = randomOf(seed);
  const world = new World(random);
  const [first, firstPrivate] = [standing(world.score()), world.privatePoints()];
  let [shown, kept] = [first, 0];
  for (let submission = 1; submission < submissions; submission++) {
    const rows = Array.from({ length: flips }, () => Math.floor(random() * world.size));
    for (const row of rows) world.flip(row);
    const candidate = world.score();
    const isKept =
      keeps === 'board' ? releaseScore(shown, candidate).isReleased : candidate.value > shown.value;
    if (isKept) [shown, kept] = [standing(candidate), kept + 1];
    else for (const row of rows) world.flip(row);
  }
  return {
    privateGain: world.privatePoints() - firstPrivate,
    publicGain: shown.value - first.value,
    kept,
  };
}

/** A score that outlasts the decisions it was made of. */
function standing({ value, resamples }: ResampledPoints): ResampledPoints {
  return { value, resamples };
}

/** Applicants, decisions about them, and what those cost: on public rows, on their resamples, on private rows. */
class World {
  readonly size = ROWS.public + ROWS.private;
  private readonly isDefault: boolean[] = [];
  private readonly isRefused: boolean[] = [];
  private readonly cost = { public: 0, private: 0 };
  private readonly resampled = new Float64Array(RESAMPLES);
  /** What public rows cost more by now than their resamples know: most flips are taken back before these are read. */
  private readonly due = new Map<number, number>();
  /** How often each resample drew a public row: by row, so that a flip changes one stretch. */
  private readonly drawn = Array.from({ length: ROWS.public }, () => new Uint8Array(RESAMPLES));

  constructor(random: () => number) {
    for (let draw = 0; draw < RESAMPLES; draw++)
      for (let n = 0; n < ROWS.public; n++) this.drawn[Math.floor(random() * ROWS.public)]![draw]!++;
    for (let row = 0; row < this.size; row++) {
      const risk = random() ** 2;
      this.isDefault.push(random() < risk);
      // The best threshold for these costs, on an estimate that is off.
      const estimate = risk + NOISE * (random() - 0.5);
      this.isRefused.push(estimate > COSTS.refused / (COSTS.missed + COSTS.refused));
      this.add(row, this.costOf(row));
    }
  }

  flip(row: number): void {
    const before = this.costOf(row);
    this.isRefused[row] = !this.isRefused[row];
    this.add(row, this.costOf(row) - before);
  }

  /** On public rows, of the decisions as they are: its resamples are made when they are read, which most scores are too low for. */
  score(): ResampledPoints {
    const resamples = () => this.resamples();
    return {
      value: pointsFor(this.cost.public / ROWS.public),
      get resamples() {
        return resamples();
      },
    };
  }

  privatePoints(): number {
    return pointsFor(this.cost.private / ROWS.private);
  }

  private costOf(row: number): number {
    if (this.isDefault[row]) return this.isRefused[row] ? 0 : COSTS.missed;
    return this.isRefused[row] ? COSTS.refused : 0;
  }

  private add(row: number, cost: number): void {
    const isPublic = row < ROWS.public;
    this.cost[isPublic ? 'public' : 'private'] += cost;
    if (isPublic) this.due.set(row, (this.due.get(row) ?? 0) + cost);
  }

  private resamples(): number[] {
    for (const [row, cost] of this.due) {
      const drawn = this.drawn[row]!;
      if (cost !== 0)
        for (let draw = 0; draw < RESAMPLES; draw++) this.resampled[draw]! += cost * drawn[draw]!;
    }
    this.due.clear();
    return Array.from(this.resampled, (sum) => pointsFor(sum / ROWS.public));
  }
}

function pointsFor(cost: number): number {
  return pointsOf(cost, ANCHORS, 0);
}

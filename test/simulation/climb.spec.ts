import { climb } from './climb.js';

// `npm run test:simulation` makes it long; `npm test` takes a few cases of the same kind.
const isLong = process.env['SIMULATION'] === 'long';
const SUBMISSIONS = isLong ? 20_000 : 300;
const SEEDS = isLong ? Array.from({ length: 10 }, (_, index) => index + 1) : [1, 2];
const FLIPS = isLong ? [1, 2, 3, 10, 60] : [1, 10];

describe('a script that flips random decisions and keeps what the public board likes', () => {
  const climbs = FLIPS.map((flips) => ({
    flips,
    runs: SEEDS.map((seed) => climb({ flips, keeps: 'board', submissions: SUBMISSIONS }, seed)),
  }));
  const open = SEEDS.map((seed) => climb({ flips: 10, keeps: 'score', submissions: SUBMISSIONS }, seed));

  it.each(climbs)('gains at most a point on private rows with $flips flips at a time', ({ flips, runs }) => {
    const gains = runs.map(({ privateGain }) => privateGain);
    if (isLong) {
      const list = (values: readonly number[]) => values.map((value) => value.toFixed(1)).join(' ');
      console.log(
        `${flips} flips, ${SUBMISSIONS} submissions: private ${list(gains)}; board ${list(runs.map((run) => run.publicGain))}; ` +
          `shown ${runs.map(({ kept }) => kept).join(' ')}`,
      );
    }
    expect(Math.max(...gains)).toBeLessThanOrEqual(1);
  });

  it('does climb: the board itself comes to show points that are not there', () => {
    const climbed = Math.max(...climbs.flatMap(({ runs }) => runs.map(({ publicGain }) => publicGain)));
    expect(climbed).toBeGreaterThan(1);
  });

  it('is shown fewer steps than a board without a Ladder would show', () => {
    const steps = (runs: readonly { kept: number }[]) => runs.reduce((sum, { kept }) => sum + kept, 0);
    const shown = climbs.find(({ flips }) => flips === 10);
    expect(steps(shown?.runs ?? [])).toBeLessThanOrEqual(steps(open));
  });
});

import { barPlotHeight, domainOf, hasCounts, hasNumberedBars, joinByLabel, toRows } from './plot-data';

const point = (label: string, y: number, low: number | null = null, high: number | null = null) => ({
  x: null,
  label,
  y,
  low,
  high,
  n: 20,
});

it('turns an interval into a band and into distances from the value', () => {
  expect(toRows([point('a', 0.5, 0.25, 1)])[0]).toMatchObject({ band: [0.25, 1], whisker: [0.25, 0.5] });
  expect(toRows([point('a', 0.5)])[0]).toMatchObject({ band: null, whisker: null });
});

it('joins series of bars by their category', () => {
  expect(
    joinByLabel([
      { name: 'Refused', points: [point('young', 0.3), point('old', 0.2)] },
      { name: 'Missed', points: [point('old', 0.1)] },
    ]),
  ).toEqual([
    { label: 'young', y0: 0.3 },
    { label: 'old', y0: 0.2, y1: 0.1 },
  ]);
});

it('fixes the axis only where the plot says so', () => {
  expect(domainOf([0, 1])).toEqual([0, 1]);
  expect(domainOf(null)).toEqual(['auto', 'auto']);
});

it('knows bars that count from bars that measure', () => {
  const bars = (...points: ReturnType<typeof point>[]) => [{ points }];
  expect(hasCounts(bars(point('0', 0), point('10', 3)))).toBe(true);
  expect(hasCounts(bars(point('0', 0), point('10', 0.5)))).toBe(false);
  expect(hasCounts(bars(point('a', 1, 0.9, 1)))).toBe(false);
});

it('gives every category of a bar plot its own room', () => {
  const categories = (count: number) => [
    { name: 'Refused', points: Array.from({ length: count }, (_, index) => point(`group ${index}`, 0.5)) },
  ];
  expect(barPlotHeight(categories(2))).toBe(barPlotHeight(categories(1)));
  expect(barPlotHeight(categories(20)) - barPlotHeight(categories(10))).toBe(440);
});

it('gives each row of a bar plot room for the longest label', () => {
  const height = (...labels: string[]) =>
    barPlotHeight([{ name: 'Gap', points: labels.map((label) => point(label, 1)) }]);
  const short = Array.from({ length: 9 }, (_, index) => `group ${index}`);
  expect(height(...short, 'married vs single')).toBe(height(...short, 'both'));
  expect(height(...short, 'divorced, unknown, widowed or separated vs married')).toBe(
    height(...short, 'both') + 50,
  );
});

it('tells bars of a histogram from bars of groups', () => {
  const bars = (...labels: string[]) => [{ points: labels.map((label) => point(label, 1)) }];
  expect(hasNumberedBars(bars('-1', '0', '2.5'))).toBe(true);
  expect(hasNumberedBars(bars('18-29', '30-44'))).toBe(false);
  expect(hasNumberedBars([{ points: [{ ...point('', 1), x: 3, label: null }] }])).toBe(true);
});

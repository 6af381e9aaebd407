import { plotCsv } from './plot-csv';

const point = (x: number | null, label: string | null, y: number) => ({
  x,
  label,
  y,
  low: null,
  high: 0.5,
  n: 20,
});

it('writes one row per point, with an empty cell for what is not known', () => {
  expect(
    plotCsv({ xLabel: 'k', yLabel: 'NDCG', series: [{ name: 'You', points: [point(1, null, 0.2)] }] }),
  ).toBe('series,k,NDCG,low,high,n\r\nYou,1,0.2,,0.5,20\r\n');
});

it('quotes what needs it, and lets no name become a formula', () => {
  const csv = plotCsv({
    xLabel: 'x, "y"',
    yLabel: 'v',
    series: [{ name: '=1+1', points: [point(null, 'a,b', -1)] }],
  });
  expect(csv).toBe(`series,"x, ""y""",v,low,high,n\r\n'=1+1,"a,b",-1,,0.5,20\r\n`);
});

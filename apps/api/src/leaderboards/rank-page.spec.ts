import { rankPage } from './rank-page.js';

const noise = Array.from({ length: 200 }, (_, index) => Math.sin(index * 12.9898));
const entry = (id: string, value: number, own = 0) => ({
  id,
  value,
  resamples: noise.map((shared, index) => value + shared + (index % 2 ? own : -own)),
});
const cursor = (value: number, count: number, rank: number, band: number, leaderId: string) => ({
  value,
  id: leaderId,
  count,
  rank,
  band,
  leaderId,
});
const placed = ({ places }: ReturnType<typeof rankPage>) => places.map(({ rank, band }) => [rank, band]);

it('goes on with ranks and bands where the page before ended', () => {
  const leader = entry('a', 90, 3);
  const page = rankPage([entry('b', 89, -3), entry('c', 50)], {
    cursor: cursor(89, 2, 2, 1, 'a'),
    leader,
  });
  expect(placed(page)).toEqual([
    [2, 1],
    [4, 2],
  ]);
  expect(page.leaderId).toBe('c');
});

it('begins a new band where the leader of the last one is gone', () => {
  expect(placed(rankPage([entry('c', 50)], { cursor: cursor(60, 5, 5, 3, 'x'), leader: null }))).toEqual([
    [6, 4],
  ]);
});

it('gives an entry that cannot be compared a band of its own', () => {
  const other = { id: 'o', value: 80, resamples: [80, 81] };
  expect(placed(rankPage([entry('a', 90), other, entry('b', 40)], null))).toEqual([
    [1, 1],
    [2, 3],
    [3, 2],
  ]);
});

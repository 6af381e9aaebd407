import { duration, metricValue, plainText, pointsText } from './format.js';
import { tableLines } from './table.js';

it('tells points with their interval', () => {
  expect(pointsText({ value: 78, low: 71.04, high: 84.26 })).toBe('78 (71 to 84.3)');
});

it.each([
  [12, '12 ms'],
  [812, '0.8 s'],
  [42_100, '42 s'],
  [185_000, '3 min 5 s'],
  [119_900, '2 min 0 s'],
])('tells %d ms as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

it.each([
  [0.8333, '0.833'],
  [-0.0001, '0.000'],
  [123.456, '123.5'],
])('tells the value %d as %s', (value, text) => {
  expect(metricValue(value)).toBe(text);
});

it('removes what could drive the terminal from the text of programs', () => {
  expect(plainText('a\u001b[31mred\u001b[0m\u001b]0;title\u0007\rb\u0008\u009b2J\tc\nd\u202e')).toBe(
    'aredb2J\tc\nd',
  );
});

it('aligns tables and drops columns that are empty', () => {
  expect(
    tableLines(
      [{ title: 'Metric' }, { title: 'Unit' }, { title: 'Value', align: 'right' }],
      [
        ['AUC', '', '0.9'],
        ['Cost', '', '10.25'],
      ],
    ),
  ).toEqual(['Metric  Value', 'AUC       0.9', 'Cost    10.25']);
});

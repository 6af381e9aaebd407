import { StatementNames } from './statement-names.js';

it('gives a text the same name each time, and each text its own', () => {
  const names = new StatementNames('test');
  expect(names.of('SELECT 1')).toBe(names.of('SELECT 1'));
  expect(names.of('SELECT 2')).not.toBe(names.of('SELECT 1'));
});

it('names no more than so many, and those it named keep their names', () => {
  const names = new StatementNames('test', 1);
  const first = names.of('SELECT 1');
  expect(names.of('SELECT 2')).toBe('');
  expect(names.of('SELECT 1')).toBe(first);
});

import { reportOf } from './report-file';

const file = (path: string, text: string | null = 'text') => ({ path, text });

it('prefers the report to a readme, and a readme to other prose', () => {
  expect(reportOf([file('README.md'), file('docs/report.md')])?.path).toBe('docs/report.md');
  expect(reportOf([file('notes.md'), file('README.md')])?.path).toBe('README.md');
  expect(reportOf([file('notes.md')])?.path).toBe('notes.md');
});

it('finds none among code and files that are not text', () => {
  expect(reportOf([file('train.py'), file('report.md', null)])).toBeUndefined();
});

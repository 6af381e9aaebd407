import { sayReport, type Finished } from './run-report.js';
import { Screen } from './screen.js';

const scored: Finished = {
  kind: 'CERTIFICATION',
  outcome: 'SCORED',
  isHeld: false,
  reason: null,
  message: null,
  errorDetail: null,
  score: null,
  metrics: [],
};

function said(run: Finished): string {
  const lines: string[] = [];
  const sink = { write: (text: string) => lines.push(text) };
  sayReport(new Screen(sink, sink, {}, false), run, new Map(), []);
  return lines.join('');
}

it('says that an instructor will release a result only where one holds it', () => {
  expect(said({ ...scored, isHeld: true })).toContain(
    'Your instructor holds the result and will release it.',
  );
  for (const kind of ['REPRODUCTION', 'CERTIFICATION', 'PRACTICE'] as const)
    expect(said({ ...scored, kind })).not.toContain('instructor');
});

import path from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** The files that take twenty seconds or more. Jest, which knows only their size on a fresh clone, would begin some of them last. */
const LONGEST = [
  'pages',
  'student-journey',
  'redraw',
  'cli',
  'attempts',
  'grading',
  'reproductions',
  'authoring',
  'fixtures',
  'sandbox',
  'credentials',
  'worker-faults',
  'scored-run',
  'own-scorers',
  'retention',
  'api-access',
  'hidden-data',
  'backup',
  'cli-upload',
  'database-runs',
  'networks',
  'workshop',
  'extensions',
];

/** Begins with the longest files, so that processes side by side end at about the same time. */
export default class LongestFirst extends Sequencer {
  /** @param {Parameters<Sequencer['sort']>[0]} tests */
  async sort(tests) {
    const sorted = await super.sort(tests);
    const place = (/** @type {string} */ file) => {
      const found = LONGEST.indexOf(path.basename(file).replace(/\.(int|e2e)\.spec\.ts$/, ''));
      return found < 0 ? LONGEST.length : found;
    };
    return sorted.toSorted((a, b) => place(a.path) - place(b.path));
  }
}

import Sequencer from '@jest/test-sequencer';

/** The files that take minutes. Jest, which knows only their size on a fresh clone, would begin some of them last. */
const LONGEST = [
  'worker-faults',
  'fixtures',
  'authoring',
  'grading',
  'cli',
  'cli-faults',
  'sandbox',
  'networks',
];

/** Begins with the longest files, so that processes side by side end at about the same time. */
export default class LongestFirst extends Sequencer {
  /** @param {Parameters<Sequencer['sort']>[0]} tests */
  async sort(tests) {
    const sorted = await super.sort(tests);
    const place = (/** @type {string} */ file) => {
      const found = LONGEST.findIndex((name) => file.endsWith(`/${name}.int.spec.ts`));
      return found < 0 ? LONGEST.length : found;
    };
    return sorted.toSorted((a, b) => place(a.path) - place(b.path));
  }
}

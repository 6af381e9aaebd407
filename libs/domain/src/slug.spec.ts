import { LESSON_LIMITS } from './lessons.js';
import { slugOf } from './slug.js';

it('makes an address of a title', () => {
  expect(slugOf('  Où est la fuite? Data leaks, part 2 ', 60)).toBe('ou-est-la-fuite-data-leaks-part-2');
});

it('makes one that is allowed, or none', () => {
  for (const title of ['', '---', '漏洩', 'x'.repeat(300), 'ab '.repeat(40)]) {
    const slug = slugOf(title, LESSON_LIMITS.slugLength);
    expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
    expect(slug.length).toBeLessThanOrEqual(LESSON_LIMITS.slugLength);
  }
});

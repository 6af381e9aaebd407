import { LESSON_LIMITS } from '@holdout/domain';
import { slugOf } from './slug-of';

it('makes an address of a title', () => {
  expect(slugOf('  Où est la fuite? Data leaks, part 2 ')).toBe('ou-est-la-fuite-data-leaks-part-2');
});

it('makes one that the API takes, or none', () => {
  for (const title of ['', '---', '漏洩', 'x'.repeat(300), `${'ab '.repeat(40)}`]) {
    const slug = slugOf(title);
    expect(slug === '' || (LESSON_LIMITS.slug.test(slug) && slug.length <= LESSON_LIMITS.slugLength)).toBe(
      true,
    );
  }
});

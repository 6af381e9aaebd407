import { shared } from './jest.shared.mjs';

/** In a real browser, against the whole platform at E2E_BASE_URL. */
export default {
  ...shared,
  rootDir: '..',
  testMatch: ['<rootDir>/test/e2e/**/*.e2e.spec.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testSequencer: '<rootDir>/.config/longest-first.mjs',
  testTimeout: 120_000,
};

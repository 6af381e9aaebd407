import { shared } from './jest.shared.mjs';

/** Against a real PostgreSQL (and Redis and Docker where a test needs them). Libraries are used as built. */
export default {
  ...shared,
  rootDir: '..',
  testMatch: ['<rootDir>/test/integration/**/*.int.spec.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testSequencer: '<rootDir>/.config/longest-first.mjs',
  testTimeout: 120_000,
};

import { shared } from './jest.shared.mjs';

/** Unit tests stand beside the code and need nothing running. */
export default {
  ...shared,
  rootDir: '..',
  testMatch: ['<rootDir>/{apps,libs,infra,test/simulation}/**/*.spec.ts'],
};

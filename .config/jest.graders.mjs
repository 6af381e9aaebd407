import integration from './jest.integration.mjs';

/** Every fixture of every grader, in real containers. Needs no database. */
const { globalSetup: _setUp, globalTeardown: _tearDown, ...shared } = integration;
export default { ...shared, testMatch: ['<rootDir>/test/graders/**/*.spec.ts'], testTimeout: 300_000 };

import integration from './jest.integration.mjs';

/** Every attack of the threat table through the real pipeline, with its control on and off. Needs no database. */
const { globalSetup: _setUp, globalTeardown: _tearDown, ...shared } = integration;
export default { ...shared, testMatch: ['<rootDir>/test/attacks/**/*.spec.ts'], testTimeout: 300_000 };

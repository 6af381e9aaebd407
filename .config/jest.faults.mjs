import integration from './jest.integration.mjs';

/** A deployment of its own that is broken again and again. Its servers are its own as well. */
const { globalSetup: _setUp, globalTeardown: _tearDown, ...shared } = integration;
export default { ...shared, testMatch: ['<rootDir>/test/faults/**/*.spec.ts'], testTimeout: 300_000 };

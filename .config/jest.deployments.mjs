import integration from './jest.integration.mjs';

/** Whole deployments as infra/compose describes them, each on machines of its own. */
const { globalSetup: _setUp, globalTeardown: _tearDown, ...shared } = integration;
export default { ...shared, testMatch: ['<rootDir>/test/deployments/**/*.spec.ts'], testTimeout: 300_000 };

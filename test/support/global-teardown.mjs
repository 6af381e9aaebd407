// @ts-check
import { rmSync } from 'node:fs';

export default async function tearDown() {
  const { holdoutTestServer, holdoutTestFolder } = /** @type {any} */ (globalThis);
  await holdoutTestServer.stop();
  rmSync(holdoutTestFolder, { recursive: true, force: true });
}

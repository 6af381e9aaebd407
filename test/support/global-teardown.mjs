// @ts-check
import { rmSync } from 'node:fs';

export default async function tearDown() {
  const { holdoutTestServer, holdoutTestFolder, holdoutTestCallOff } = /** @type {any} */ (globalThis);
  await holdoutTestServer.stop();
  holdoutTestCallOff();
  rmSync(holdoutTestFolder, { recursive: true, force: true });
}

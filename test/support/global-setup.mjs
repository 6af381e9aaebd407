// @ts-check
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endWithUs } from './end-with-us.mjs';
import { addTemplate, adminUrlAt, startTestServer } from './migrated-server.mjs';

/** One PostgreSQL for the whole run. */
export default async function setUp() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'holdout-test-'));
  chmodSync(folder, 0o755);
  const server = await startTestServer(folder);
  const callOff = endWithUs(server.pid, folder);
  const url = adminUrlAt(server.port);
  try {
    await addTemplate(url);
  } catch (error) {
    await server.stop();
    callOff();
    throw error;
  }
  process.env['TEST_PG_ADMIN_URL'] = url;
  process.env['TEST_FOLDER'] = folder;
  Object.assign(globalThis, {
    holdoutTestServer: server,
    holdoutTestFolder: folder,
    holdoutTestCallOff: callOff,
  });
}

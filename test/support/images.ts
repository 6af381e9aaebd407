import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../infra/local/images.mjs', import.meta.url));

/** Ids of the grading images, built if they are missing. */
export function testImages(): { light: string; scorer: string } {
  const given = process.env['TEST_IMAGES'] ?? execFileSync(process.execPath, [SCRIPT], { encoding: 'utf8' });
  return JSON.parse(given) as { light: string; scorer: string };
}

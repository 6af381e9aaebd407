import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../infra/local/images.mjs', import.meta.url));

/** Ids of the grading images, built if they are missing. */
export function testImages(): { light: string; scorer: string } {
  const { IMAGE_LIGHT: light, IMAGE_SCORER: scorer } = process.env;
  if (light && scorer) return { light, scorer };
  return JSON.parse(execFileSync(process.execPath, [SCRIPT], { encoding: 'utf8' })) as {
    light: string;
    scorer: string;
  };
}

/** Random faults (test/faults): breaks a deployment of its own again and again. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { StartError } from '../report.mjs';
import { build } from '../steps/build.mjs';
import { isRoot } from '../steps/users.mjs';
import { runJest } from './jest.mjs';
import { needFaketime, needGrading, needRedis } from './prerequisites.mjs';

/**
 * Prints its seed and its counts. FAULTS_SEED repeats a seed, FAULTS_RUNS sets the number of runs.
 * @param {string} log
 */
export async function randomFaults(log) {
  if (!isRoot())
    throw new StartError(
      'Random faults need root: for a Docker Engine of their own, its network, and a disk that they fill.',
    );
  await build('server', log);
  const { dockerHost, images } = await needGrading();
  await needRedis();
  await needFaketime();
  const table = `${log}.table.txt`;
  rmSync(table, { force: true });
  const env = {
    DOCKER_HOST: dockerHost,
    IMAGE_LIGHT: images.light,
    IMAGE_SCORER: images.scorer,
    FAULTS_TABLE: table,
  };
  const counts = await runJest('jest.faults.mjs', `${log}.random`, { env, args: ['--runInBand'] });
  if (existsSync(table)) console.log(`\n${readFileSync(table, 'utf8').trimEnd()}\n`);
  return counts;
}

/** Whole deployments (test/deployments): images built from end to end, and started as infra/compose says. */
import { StartError } from '../report.mjs';
import { build } from '../steps/build.mjs';
import { isRoot } from '../steps/users.mjs';
import { buildDeploymentImages } from './deployment-images.mjs';
import { runJest } from './jest.mjs';
import { needGrading } from './prerequisites.mjs';

/** @param {string} log */
export async function deployments(log) {
  if (!isRoot())
    throw new StartError(
      'Deployments need root: for Docker Engines of their own and the network between them.',
    );
  await build('server', log);
  const { dockerHost, images } = await needGrading();
  await buildDeploymentImages(dockerHost, `${log}.images`);
  const env = { DOCKER_HOST: dockerHost, IMAGE_LIGHT: images.light, IMAGE_SCORER: images.scorer };
  return runJest('jest.deployments.mjs', log, { env, args: ['--runInBand'] });
}

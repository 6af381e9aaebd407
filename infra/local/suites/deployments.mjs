/**
 * Tests whole deployments (test/deployments): builds all images and starts them as infra/compose describes, and
 * checks infra/kubernetes against the real Kubernetes API.
 */
import { StartError, step } from '../report.mjs';
import { build } from '../steps/build.mjs';
import { isRoot } from '../steps/users.mjs';
import { buildDeploymentImages } from './deployment-images.mjs';
import { runJest } from './jest.mjs';
import { needKubernetesApi } from './kubernetes-api.mjs';
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
  const env = {
    DOCKER_HOST: dockerHost,
    IMAGE_LIGHT: images.light,
    IMAGE_SCORER: images.scorer,
    KUBERNETES_API: await step('API of Kubernetes', needKubernetesApi),
  };
  return runJest('jest.deployments.mjs', log, { env, args: ['--runInBand'] });
}

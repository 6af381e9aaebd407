/** SeaweedFS, an S3-compatible store. Neither Debian nor PyPI nor npm packages it: it is built of the Go module. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../command.mjs';
import { ROOT } from '../options.mjs';
import { StartError } from '../report.mjs';

const MODULE = 'github.com/seaweedfs/seaweedfs';
const VERSION = 'v0.0.0-20261109003541-7506e5f91cd6';
const FOLDER = path.join(ROOT, 'node_modules/.cache', `weed-${VERSION}`);
const PROGRAM = path.join(FOLDER, 'weed');

/** @returns {Promise<string>} path of the program, built when it is not there yet: that takes minutes, and 3 GB of packages of Go */
export async function needWeed() {
  if (existsSync(PROGRAM)) return PROGRAM;
  const partial = `${FOLDER}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    // "go install MODULE@VERSION" refuses a module that replaces others, as this one does: it is built where it was brought to.
    const { stdout } = await runCommand('go', ['mod', 'download', '-json', `${MODULE}@${VERSION}`], {
      label: 'go mod download',
    });
    const source = String(JSON.parse(stdout).Dir);
    const program = path.join(partial, 'weed');
    await runCommand(
      'go',
      ['build', '-C', source, '-mod=readonly', '-ldflags=-s -w', '-o', program, './weed'],
      {
        env: { ...process.env, CGO_ENABLED: '0' },
        label: 'go build weed',
      },
    );
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw new StartError(
      `The tests of deployments need SeaweedFS, which is built with Go 1.26 or newer (https://go.dev/dl).\n${/** @type {Error} */ (error).message}`,
    );
  }
  renameSync(partial, FOLDER);
  return PROGRAM;
}

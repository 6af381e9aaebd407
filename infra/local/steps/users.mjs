/** System users: when set-up runs as root, nothing that faces a browser does. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { runCommand } from '../command.mjs';

/** @typedef {{ name: string, uid: number, gid: number }} SystemUser */

export const isRoot = () => process.getuid?.() === 0;

/**
 * The system user of this name, created when missing. Only for root.
 * @param {string} name
 * @returns {Promise<SystemUser>}
 */
export async function ensureSystemUser(name) {
  const known = findUser(name);
  if (known) return known;
  const shell = '/usr/sbin/nologin';
  // Accept 9 (exists already): another start may have created it a moment ago.
  await runCommand(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', shell, name],
    { accept: [0, 9] },
  );
  const created = findUser(name);
  if (!created) throw new Error(`useradd did not create the user ${name}`);
  return created;
}

/** @param {string} name @returns {SystemUser | undefined} */
function findUser(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const fields = line?.split(':');
  return fields && { name, uid: Number(fields[2]), gid: Number(fields[3]) };
}

/**
 * Whether a user reaches a path, folders above it included. Asked by trying: permissions have too many corners.
 * @param {SystemUser} user
 * @param {string} path
 * @param {'r' | 'w' | 'x'} mode
 */
export function canAccess(user, path, mode) {
  return (
    spawnSync('/usr/bin/test', [`-${mode}`, path], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0
  );
}

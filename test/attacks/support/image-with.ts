import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Weakness } from './attack.js';

/** On the engine that `DOCKER_HOST` names by now. */
const run = (...args: string[]) => promisify(execFile)('docker', args, { env: process.env });
const FOLDER = '/opt/holdout/supervisor/holdout_supervisor';
const made = new Map<string, Promise<string>>();

/** The light image with one text of its supervisor replaced: a control off, which no image of ours has. */
export function imageWith(light: string, change: NonNullable<Weakness['supervisor']>): Promise<string> {
  const key = JSON.stringify([light, change]);
  const known = made.get(key) ?? build(light, change);
  made.set(key, known);
  return known;
}

async function build(
  light: string,
  { file, from, to }: NonNullable<Weakness['supervisor']>,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'holdout-weak-'));
  try {
    await writeFile(path.join(folder, 'change.json'), JSON.stringify({ from, to }));
    await writeFile(
      path.join(folder, 'change.py'),
      [
        'import json, pathlib, sys',
        "change = json.load(open('/change/change.json'))",
        'file = pathlib.Path(sys.argv[1])',
        'text = file.read_text()',
        "assert text.count(change['from']) == 1, 'the supervisor has changed: mend the attack'",
        "file.write_text(text.replace(change['from'], change['to']))",
      ].join('\n'),
    );
    await writeFile(
      path.join(folder, 'Dockerfile'),
      `FROM ${light}\nUSER 0:0\nCOPY change.json change.py /change/\n` +
        `RUN python3 /change/change.py ${FOLDER}/${file} && rm -rf ${FOLDER}/__pycache__ /change\nUSER 10001:10001\n`,
    );
    const { stdout } = await run('build', '-q', '--network=none', folder);
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing of a weakened image stays on the engine. */
export async function removeWeakenedImages(): Promise<void> {
  for (const image of made.values()) await run('image', 'rm', '--force', await image);
  made.clear();
}

import { readdir, readFile } from 'node:fs/promises';
import type { Attack } from '../support/attack.js';
import { trainWith } from './programs.js';

const NAP = '3471.0937';

/** Processes of the host that sleep as long as only this attack does. */
async function sleepers(): Promise<number> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    processes.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')), // gone meanwhile
  );
  return lines.filter((line) => line.startsWith('sleep') && line.includes(NAP)).length;
}

export const daemon: Attack[] = [
  {
    threat: 'Daemon left behind',
    name: 'train leaves a process of a session of its own',
    submission: trainWith(`import os, signal, time
if os.fork() == 0:
    os.setsid()
    if os.fork() > 0: os._exit(0)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(number, signal.SIG_IGN)
    os.execvp("sleep", ["sleep", "${NAP}"])
time.sleep(1)`),
    control: 'the supervisor kills whatever is left',
    weakness: { supervisor: { file: 'runner.py', from: '    _kill_rest(child)\n', to: '' } },
    watch: () =>
      Promise.resolve({ seen: async () => `${await sleepers()} left`, close: () => Promise.resolve() }),
    gained: ({ seen }) => (seen === '0 left' ? null : seen),
    ends: 'CRASHED',
  },
];

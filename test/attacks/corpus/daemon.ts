import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { constantProject, projectWith } from '../../support/projects.js';
import type { Attack } from '../support/attack.js';

/** Seconds that no other program of this machine sleeps: what `train` leaves, and `predict` while it runs. */
const NAP = '3471.0937';
const LATER_NAP = '0.53471';
const LOOK_MS = 50;

async function commandLines(): Promise<string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    processes.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')), // gone meanwhile
  );
}

/** Looks, for as long as the run takes, whether `train`'s process is still there while `predict` runs. */
function lookOut() {
  let most = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const lines = await commandLines();
      const sleepers = (seconds: string) =>
        lines.filter((line) => line.startsWith('sleep') && line.includes(seconds)).length;
      if (sleepers(LATER_NAP) > 0) most = Math.max(most, sleepers(NAP));
      await sleep(LOOK_MS);
    }
  })();
  return Promise.resolve({
    seen: () => Promise.resolve(`${most} left`),
    close: () => {
      isOver = true;
      return looking;
    },
  });
}

const DAEMON = `import os, signal
if os.fork() == 0:
    os.setsid()
    if os.fork() > 0: os._exit(0)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(number, signal.SIG_IGN)
    os.execvp("sleep", ["sleep", "${NAP}"])
`;

export const daemon: Attack[] = [
  {
    threat: 'Daemon left behind',
    name: 'train leaves a process of a session of its own',
    submission: projectWith({
      'train.py': `${DAEMON}${constantProject['train.py']}`,
      'predict.py': `import subprocess\nsubprocess.run(["sleep", "${LATER_NAP}"])\n${constantProject['predict.py']}`,
    }),
    control: 'the supervisor kills whatever is left',
    weakness: { supervisor: { file: 'runner.py', from: '    _kill_rest(child)\n', to: '' } },
    watch: lookOut,
    gained: ({ seen }) => (seen === '0 left' ? null : seen),
    ends: 'SCORED',
    notInGvisor: 'seen by the process table of the machine, in which its programs do not stand',
  },
];

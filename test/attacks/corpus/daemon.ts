import { readdir, readFile } from 'node:fs/promises';
import { constantProject, projectWith } from '../../support/projects.js';
import type { Attack } from '../support/attack.js';

/** Names that no other program of this machine has. */
const NAP = '3471.0937';
const LATER = 'later-than-3471.py';
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
      if (lines.some((line) => line.includes(LATER)))
        most = Math.max(most, lines.filter((line) => line.startsWith('sleep') && line.includes(NAP)).length);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
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
      'holdout.toml': constantProject['holdout.toml'].replace('predict.py', LATER),
      'train.py': `${DAEMON}${constantProject['train.py']}`,
      [LATER]: `import time\ntime.sleep(0.5)\n${constantProject['predict.py']}`,
    }),
    control: 'the supervisor kills whatever is left',
    weakness: { supervisor: { file: 'runner.py', from: '    _kill_rest(child)\n', to: '' } },
    watch: lookOut,
    gained: ({ seen }) => (seen === '0 left' ? null : seen),
    ends: 'SCORED',
  },
];

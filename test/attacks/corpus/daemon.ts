import { constantProject, projectWith } from '../../support/projects.js';
import type { Attack } from '../support/attack.js';

/** What the supervisor writes when no process of the program is left. Whatever follows it was written by one that is. */
const LOG_END = '\0holdout-log-end\0';

const DAEMON = `import os, signal, time
if os.fork() == 0:
    os.setsid()
    if os.fork() > 0: os._exit(0)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(number, signal.SIG_IGN)
    while True:
        os.write(2, b"still here\\n")
        time.sleep(0.02)
`;

export const daemon: Attack[] = [
  {
    threat: 'Daemon left behind',
    name: 'train leaves a process of a session of its own',
    submission: projectWith({ 'train.py': `${DAEMON}${constantProject['train.py']}` }),
    control: 'the supervisor kills whatever is left',
    weakness: { supervisor: { file: 'runner.py', from: '    _kill_rest(child)\n', to: '' } },
    gained: ({ log }) =>
      log.split(LOG_END).slice(1).join().includes('still here') ? 'writes on after the end of train' : null,
    ends: 'SCORED',
  },
];

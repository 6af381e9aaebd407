import { constantProject, projectWith } from '../../support/projects.js';
import type { Attack } from '../support/attack.js';

/** More lines than it writes while it is being killed, and fewer than while its container waits to be removed. */
const LATE_LINES = 5;

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
    gained: ({ late }) =>
      late.split('still here').length > LATE_LINES ? 'writes on after the end of train' : null,
    ends: 'SCORED',
  },
];

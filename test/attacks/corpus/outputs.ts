import { endOf, type Attack } from '../support/attack.js';
import { predictWith } from './programs.js';

const THREAT = 'Symlink, hardlink, FIFO, device, tar-slip, zip bomb, odd names';

function left(name: string, after: string, supervisor: { from: string; to: string }): Attack {
  return {
    threat: THREAT,
    name,
    submission: predictWith('import os', after),
    control: 'outputs are regular files, and no link is followed',
    weakness: { supervisor: { file: 'outputs.py', ...supervisor } },
    gained: (run) => (run.fault || endOf(run) === 'OUTPUT_INVALID' ? null : `it was read (${endOf(run)})`),
    ends: 'OUTPUT_INVALID',
  };
}

export const outputs: Attack[] = [
  left(
    'predictions that are a link to a file of the container',
    'os.unlink(sys.argv[3]); os.symlink("/etc/passwd", sys.argv[3])',
    { from: 'os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK', to: 'os.O_RDONLY | os.O_NONBLOCK' },
  ),
];

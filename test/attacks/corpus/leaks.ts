import { constantProject, projectWith } from '../../support/projects.js';
import type { Attack } from '../support/attack.js';
import { predictWith } from './programs.js';

const THREAT = 'Leak through logs, error text or files of hidden phases';
const SECRET = 'secret-of-a-hidden-row';
/** The public sample, which the student has, is shorter than this, and the probe is longer. */
const ROWS = 640;

const heard: Attack['weakness'] = {
  io: (_spec, io, log) => ({ ...io, onLog: (chunk) => (io.onLog ? io.onLog(chunk) : log(chunk)) }),
};

export const leaks: Attack[] = [
  {
    threat: THREAT,
    name: 'predict prints the rows it is given',
    submission: predictWith(`import sys
rows = open(sys.argv[2]).read().splitlines()
print("rows-seen", len(rows), rows[1])`),
    control: 'output of hidden phases goes nowhere',
    weakness: heard,
    gained: ({ log }) => {
      const seen = log.match(/rows-seen/g)?.length ?? 0;
      return seen > 1 ? `rows of ${seen} calls are in the log` : null;
    },
    ends: 'SCORED',
  },
  {
    threat: THREAT,
    name: 'predict fails with a hidden row in the error',
    submission: projectWith({
      'predict.py': `import sys
rows = open(sys.argv[2]).read().splitlines()
if len(rows) > ${ROWS}: raise ValueError("${SECRET}" + rows[1])
${constantProject['predict.py']}`,
    }),
    control: "of an error only its type and the student's own line are told",
    weakness: heard,
    gained: ({ graded, log }) => {
      const told = graded?.outcome === 'STUDENT_ERROR' ? graded.message : '';
      return `${told}${log.replaceAll(/raise ValueError.*/g, '')}`.includes(SECRET)
        ? 'the row is told'
        : null;
    },
    ends: 'PROBE_FAILED',
  },
];

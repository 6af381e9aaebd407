import { projectWith } from '../../support/projects.js';
import { breachInLog, type Attack } from '../support/attack.js';

const LIBRARY = '/work/project/evil.so';

export const environment: Attack[] = [
  {
    threat: "Submitter's environment, image or LD_PRELOAD",
    name: 'an environment, a start-up file and a library to preload in the archive',
    submission: projectWith({
      '.env': `LD_PRELOAD=${LIBRARY}\n`,
      'sitecustomize.py': 'print("breach: the start-up file ran")\n',
      'usercustomize.py': 'print("breach: the start-up file ran")\n',
      'evil.so': 'not a library',
      'train.py': `import os
if os.environ.get("LD_PRELOAD"): print("breach: the library is preloaded")
raise SystemExit(3)
`,
    }),
    control: 'the environment is fixed, and none comes from an archive',
    weakness: {
      job: (spec) => ({ ...spec, job: { ...spec.job, env: { ...spec.job.env, LD_PRELOAD: LIBRARY } } }),
    },
    gained: breachInLog,
    ends: 'CRASHED',
  },
];

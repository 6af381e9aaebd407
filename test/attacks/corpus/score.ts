import { breachInLog, type Attack } from '../support/attack.js';
import { withVariable } from '../support/container-variable.js';
import { predictWith, trainWith } from './programs.js';

const THREAT = 'Forged score (printed, written, pickled)';
/** More than a constant forecast can earn. */
const UNEARNED = 60;

const FORGE = `import json, os
forged = {"schema": "holdout.result/1", "status": "SCORED", "points": {"value": 100, "low": 100, "high": 100}, "passed": True}
print("forged-result:" + json.dumps(forged))
for place in ("result.json", "/work/out/result.json", "/work/result.json"):
    try: json.dump(forged, open(place, "w"))
    except OSError: pass`;

/** A grader that takes the points from what the submission's program printed. */
function believing(): Attack['weakness'] {
  let printed = '';
  return {
    io: (spec, io) => ({
      ...io,
      onLog: (chunk) => {
        if (!spec.trusted) printed += chunk.toString('utf8');
        io.onLog?.(chunk);
      },
    }),
    result: (spec, ended) => {
      const scored = ended.outputs.get('result');
      const forged = /forged-result:(.*)/.exec(printed)?.[1];
      if (spec.labels.phase !== 'score' || !scored || !forged) return ended;
      const { points } = JSON.parse(forged) as { points: object };
      const believed = { ...(JSON.parse(scored.toString('utf8')) as object), points };
      return {
        ...ended,
        outputs: new Map([...ended.outputs, ['result', Buffer.from(JSON.stringify(believed))]]),
      };
    },
  };
}

export const score: Attack[] = [
  {
    threat: THREAT,
    name: 'predict prints and writes a result of 100 points',
    submission: predictWith(FORGE),
    control: 'the scorer reads declared predictions only, in a container of its own',
    weakness: believing(),
    gained: ({ graded }) =>
      graded?.outcome === 'SCORED' && graded.result.points.value > UNEARNED
        ? `${graded.result.points.value} points`
        : null,
    ends: 'SCORED',
  },
  {
    threat: THREAT,
    name: 'predictions are a pickle that runs code when it is loaded',
    submission: predictWith(
      '',
      `import os, pickle
class Bomb:
    def __reduce__(self): return (os._exit, (66,))
pickle.dump(Bomb(), open(sys.argv[3], "wb"))`,
    ),
    control: 'predictions are parsed as CSV, never unpickled',
    weakness: {
      job: (spec) =>
        spec.labels.phase === 'score'
          ? {
              ...spec,
              job: {
                ...spec.job,
                argv: [
                  'python3',
                  '-c',
                  'import pickle; pickle.load(open("in/outputs/hidden/predictions.csv", "rb"))',
                ],
              },
            }
          : spec,
    },
    gained: ({ fault }) => (fault.includes('exit status 66') ? 'code ran in the scorer' : null),
    ends: 'PREDICTIONS_REJECTED',
  },
  {
    threat: THREAT,
    name: "train writes into the supervisor's channel",
    submission: trainWith(`import os
for number in range(60, 80):
    try:
        os.close(os.open(f"/proc/1/fd/{number}", os.O_WRONLY))
        print("breach: opened the supervisor's descriptor", number)
    except OSError: pass
try:
    open("/proc/1/mem", "rb").close(); print("breach: opened the supervisor's memory")
except OSError: pass`),
    control: "the supervisor's memory and descriptors are its own",
    weakness: {
      supervisor: {
        file: 'main.py',
        from: '        set_dumpable(False)\n',
        to: '        set_dumpable(True)\n',
      },
      // gVisor asks whose the channel is instead: a container that does not begin as root leaves it to the student's user.
      container: (options) => ({ ...withVariable(options, 'HOLDOUT_USER'), User: '10001:10001' }),
    },
    gained: breachInLog,
    ends: 'CRASHED',
  },
];

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { breachInLog, type Attack } from '../support/attack.js';
import { CANARY, CANARY_REVERSED } from '../support/canary.js';
import { trainWith } from './programs.js';

const SEARCH = `import os
wanted = "${CANARY_REVERSED}"[::-1].encode()
for root, folders, files in os.walk("/"):
    folders[:] = [f for f in folders if os.path.join(root, f) not in ("/sys", "/dev", "/usr/lib", "/usr/share")]
    for name in files:
        path = os.path.join(root, name)
        try:
            if os.path.isfile(path) and os.path.getsize(path) < 1 << 22:
                with open(path, "rb") as file:
                    if wanted in file.read(1 << 22): print("breach: the labels lie in", path)
        except OSError:
            pass
for name, value in os.environ.items():
    if wanted.decode() in value: print("breach: the labels stand in", name)`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder of the host with the labels in it, as a grader has that mounts its tests beside the submission. */
function mounted(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'holdout-labels-'));
  folders.push(folder);
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'labels.csv'), CANARY);
  return folder;
}

export const labels: Attack[] = [
  {
    threat: 'Reading labels, tests, scorer',
    name: 'train searches the container for a canary that lies among the labels',
    submission: trainWith(SEARCH),
    control: 'labels are never mounted',
    weakness: {
      container: (options) => ({
        ...options,
        HostConfig: { ...options.HostConfig, Binds: [`${mounted()}:/opt/grading:ro`] },
      }),
    },
    gained: breachInLog,
    ends: 'CRASHED',
  },
  {
    threat: 'Reading labels, tests, scorer',
    name: 'train looks for the scorer and its code',
    submission: trainWith(`import importlib.util, os
if importlib.util.find_spec("holdout_scorer"): print("breach: the scorer can be imported")
if os.path.exists("/opt/holdout/scorer"): print("breach: the scorer's code lies in the container")`),
    control: "students' containers are made from another image than the scorer",
    weakness: { job: (spec) => (spec.trusted ? spec : { ...spec, image: scorerImage() }) },
    gained: breachInLog,
    ends: 'CRASHED',
  },
];

function scorerImage(): string {
  const image = process.env['IMAGE_SCORER'];
  if (!image) throw new Error('IMAGE_SCORER is not set: run npm run test:attacks.');
  return image;
}

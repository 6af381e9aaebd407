import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gradeSubmission, loadAssignment, splitDataset, type GradingDeps } from '@holdout/grading';
import { DockerSandbox, type InputEntry } from '@holdout/sandbox';
import { ASSIGNMENT, packFolder } from '../../support/grading-lab.js';
import type { GradingImages } from '../../support/images.js';

/** What grading gives is in memory already, but for an archive read from a file. */
type GivenBytes = Extract<InputEntry, { bytes: Buffer }>;

/** Grade a project once and write what the containers of some phases were given below a folder: `<phase>/in/…`. */
export async function recordInputs(
  images: GradingImages,
  project: string,
  phases: readonly string[],
  folder: string,
): Promise<void> {
  const sandbox = new DockerSandbox({ deploymentId: `bench-${process.pid}`, workerId: 'recording' });
  const run = sandbox.run.bind(sandbox);
  sandbox.run = async (spec, io) => {
    const inputs = [...(spec.inputs as Iterable<GivenBytes>)];
    if (phases.includes(spec.labels.phase)) await writeAll(inputs, path.join(folder, spec.labels.phase));
    return run({ ...spec, inputs }, io);
  };
  try {
    await gradeOnce({ sandbox, images }, project);
  } finally {
    await sandbox.close();
  }
}

async function gradeOnce(deps: GradingDeps, project: string): Promise<void> {
  const assignment = await loadAssignment(ASSIGNMENT);
  const ids = { runId: 'recording', organizationId: 'bench' };
  const secretHex = randomBytes(32).toString('hex');
  const split = await splitDataset(deps, assignment, { secretHex, splitIndex: 0, ...ids });
  const graded = await gradeSubmission(deps, {
    ...ids,
    archive: packFolder(project),
    definition: assignment.definition,
    bundles: { public: split.publicBundle, hidden: split.hiddenBundle },
    kind: 'PRACTICE',
    split: 'PUBLIC_TEST',
    salt: secretHex,
    seed: 1,
    resampleSeed: 11,
    anchors: assignment.anchors,
  });
  if (graded.outcome !== 'SCORED') throw new Error(`The benchmark's project ended as ${graded.outcome}.`);
}

async function writeAll(inputs: Iterable<GivenBytes>, folder: string): Promise<void> {
  for (const { path: name, bytes } of inputs) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

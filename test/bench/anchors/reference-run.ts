import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { freshDatabase } from '../../support/database.js';
import { GradingLab, type LabIdentity, type RunRow } from '../../support/grading-lab.js';
import { testImages } from '../../support/images.js';

export const PROJECTS = ['tabular-risk', 'ranking', 'forecasting', 'mlops', 'vision'] as const;
export type Project = (typeof PROJECTS)[number];
export const REFERENCES = ['naive', 'simple', 'strong'] as const;
export type Reference = (typeof REFERENCES)[number];

const GRADERS = path.resolve(import.meta.dirname, '../../../graders');
/** Further images that a project's runs need. */
export const IMAGES: Readonly<Partial<Record<Project, readonly string[]>>> = {
  vision: ['torch-cpu', 'onnx'],
};
export const STAGE = 'classical-baselines';
const GRADED_WITHIN_MS = 7_200_000;

/** One certification of a reference on one split, as a student would have it. */
export interface ReferenceRun {
  project: Project;
  reference: Reference;
  /** Number of the split secret, from 1. */
  secret: number;
  /** Digest of what was graded: definition, anchors and references. */
  content: string;
  outcome: string;
  /** Why it was not scored. */
  message: string | null;
  seconds: number;
  points: { value: number; low: number; high: number } | null;
  isPassed: boolean;
  /** Gates that did not pass, with what they said. */
  gates: Readonly<Record<string, string>>;
  metrics: Readonly<Record<string, number>>;
}

export function folderOf(project: Project): string {
  return path.join(GRADERS, project);
}

/**
 * Runs references of a project through a deployment of their own. Its secret is made from a number, so that a measurement
 * can be repeated; no deployment uses such a secret.
 * @param isOver asked before each run whether it is too late to begin one
 */
export async function certifyReferences(
  project: Project,
  secret: number,
  references: readonly Reference[],
  isOver: () => boolean,
  tell: (run: ReferenceRun) => Promise<void>,
): Promise<void> {
  const content = await contentDigest(project);
  const database = await freshDatabase();
  try {
    const identity = identityOf(`holdout bench anchors ${project} ${secret}`);
    const lab = await GradingLab.create(database, testImages(IMAGES[project]), identity);
    try {
      await lab.command(['publish', folderOf(project), '--organization', 'lab', '--stage', STAGE]);
      // Containers that wait warm save a student's time and cost the machine's: here nobody waits.
      await lab.startWorker({ SANDBOX_POOL_BYTES: '0' });
      for (const reference of references) {
        if (isOver()) break;
        const started = performance.now();
        const run = await certify(lab, project, reference);
        const seconds = Math.round((performance.now() - started) / 100) / 10;
        await tell({ project, reference, secret, content, seconds, ...resultOf(run) });
      }
    } finally {
      await lab.close();
    }
  } finally {
    await database.drop();
  }
}

/** By a student each: an assignment may allow fewer certifications than there are references. */
async function certify(lab: GradingLab, project: Project, reference: Reference): Promise<RunRow> {
  const folder = await mkdtemp(path.join(lab.folder, 'reference-'));
  await cp(path.join(folderOf(project), 'reference', reference), folder, { recursive: true });
  const id = await lab.submit(folder, 'CERTIFICATION', project, await lab.addStudent());
  return lab.finished(id, GRADED_WITHIN_MS);
}

function resultOf(
  run: RunRow,
): Omit<ReferenceRun, 'project' | 'reference' | 'secret' | 'content' | 'seconds'> {
  const [score] = run.scores;
  const gates = (score?.gates ?? []) as { key: string; status: string; message: string }[];
  return {
    outcome: run.outcome ?? 'NONE',
    message: run.message,
    points: score ? { value: score.value, low: score.low, high: score.high } : null,
    isPassed: score?.isPassed ?? false,
    gates: Object.fromEntries(
      gates.filter(({ status }) => status !== 'PASSED').map(({ key, message }) => [key, message]),
    ),
    metrics: Object.fromEntries(run.metrics.map(({ name, value }) => [name, value])),
  };
}

/** @param of what is measured with it: other words are other splits */
export function identityOf(of: string): Required<LabIdentity> {
  const secretHex = createHash('sha256').update(of).digest('hex');
  const hex = secretHex.slice(0, 12);
  return { secretHex, organizationId: `00000000-0000-7000-8000-${hex}` };
}

/** What a kept run must have been graded by to be still worth something. */
export async function contentDigest(project: Project): Promise<string> {
  const root = folderOf(project);
  const below = await readdir(path.join(root, 'reference'), { recursive: true, withFileTypes: true });
  const files = below
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of [path.join(root, 'assignment.yaml'), path.join(root, 'anchors.json'), ...files])
    hash.update(path.relative(root, file)).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

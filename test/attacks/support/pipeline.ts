import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  gradeSubmission,
  loadAssignment,
  readTar,
  splitDataset,
  writeTar,
  type AssignmentDefinition,
  type Graded,
  type GradingDeps,
  type GradingInput,
  type GradingObserver,
} from '@holdout/grading';
import { ASSIGNMENT, packFolder, writeProject } from '../../support/grading-lab.js';
import { testImages, type GradingImages } from '../../support/images.js';
import type { Attack, AttackRun, Weakness } from './attack.js';
import { CANARY } from './canary.js';
import { imageWith } from './image-with.js';
import { WeakenedSandbox } from './weakened-sandbox.js';

const RUN = { runId: 'attack', organizationId: 'attacked' };

/** Grades tabular-risk submissions through the whole of it, with all controls on or with one off. */
export class Pipeline {
  private constructor(
    private readonly images: GradingImages,
    private readonly runtime: string | undefined,
    private readonly launcher: readonly string[],
    private readonly common: Omit<GradingInput, 'archive' | 'kind' | 'split'>,
  ) {}

  /**
   * @param runtime of the engine, for students' containers and ours
   * @param launcher what starts a program in the engine's network, where it has one of its own
   */
  static async create(runtime: string | undefined, launcher: readonly string[] = []): Promise<Pipeline> {
    const images = testImages();
    const assignment = await loadAssignment(ASSIGNMENT);
    const sandbox = sandboxWith({}, runtime);
    const secretHex = randomBytes(32).toString('hex');
    const split = await splitDataset({ sandbox, images }, assignment, { secretHex, splitIndex: 0, ...RUN });
    await sandbox.close();
    const hidden = new Map([
      ...(await readTar(split.hiddenBundle)),
      ['canary.txt', Buffer.from(CANARY)] as const,
    ]);
    return new Pipeline(images, runtime, launcher, {
      ...RUN,
      definition: assignment.definition,
      bundles: { public: split.publicBundle, hidden: await writeTar(hidden) },
      salt: randomBytes(32).toString('hex'),
      seed: 1,
      resampleSeed: 11,
      anchors: assignment.anchors,
    });
  }

  async run(attack: Attack, weakness: Weakness): Promise<AttackRun> {
    const chunks: Buffer[] = [];
    const late: Buffer[] = [];
    const ended = new Set<number>();
    const log = (chunk: Buffer): void => void chunks.push(Buffer.from(chunk));
    const observer: GradingObserver = {
      phaseEnded: ({ position }) => void ended.add(position),
      log: ({ position }, chunk) => {
        log(chunk);
        if (ended.has(position)) late.push(Buffer.from(chunk));
      },
    };
    const sandbox = sandboxWith(weakness, this.runtime, log);
    const watch = await attack.watch?.(this.launcher);
    const run: AttackRun = { graded: null, fault: '', log: '', late: '', seen: '' };
    try {
      const deps = { sandbox, images: await this.imagesFor(weakness) };
      run.graded = await this.grade(attack, deps, observer, weakness);
    } catch (error) {
      run.fault = error instanceof Error ? error.message : String(error);
    } finally {
      run.seen = (await watch?.seen()) ?? '';
      await watch?.close();
      await sandbox.close();
    }
    const textOf = (parts: readonly Buffer[]): string => Buffer.concat(parts).toString('utf8');
    return { ...run, log: textOf(chunks), late: textOf(late) };
  }

  /** Grade once in a given sandbox. */
  async grade(
    { submission, limits }: Pick<Attack, 'submission' | 'limits'>,
    deps: Omit<GradingDeps, 'images'> & { images?: GradingImages },
    observer: GradingObserver = {},
    weakness: Weakness = {},
  ): Promise<Graded> {
    const definition = limited(this.common.definition, limits);
    return gradeSubmission(
      { images: this.images, parallel: 2, ...deps },
      {
        ...this.common,
        definition: weakness.definition?.(definition) ?? definition,
        archive: await archiveOf(submission),
        kind: 'PRACTICE',
        split: 'PUBLIC_TEST',
      },
      observer,
    );
  }

  private async imagesFor({ supervisor }: Weakness): Promise<GradingImages> {
    return supervisor
      ? { ...this.images, light: await imageWith(this.images.light, supervisor) }
      : this.images;
  }
}

function sandboxWith(
  weakness: Weakness,
  runtime: string | undefined,
  log: (chunk: Buffer) => void = () => undefined,
): WeakenedSandbox {
  return new WeakenedSandbox(
    {
      deploymentId: `attacks-${process.pid}`,
      workerId: 'attacks',
      pool: { memoryBytes: 0 },
      ...(runtime && { runtime }),
      ...(process.env['DOCKER_HOST'] && { dockerHost: process.env['DOCKER_HOST'] }),
    },
    weakness,
    log,
  );
}

function limited(definition: AssignmentDefinition, change: Attack['limits']): AssignmentDefinition {
  const { limits } = definition;
  return { ...definition, limits: { ...limits, train: { ...limits.train, ...change } } };
}

async function archiveOf(submission: Attack['submission']): Promise<Buffer> {
  if (Buffer.isBuffer(submission)) return submission;
  const parent = await mkdtemp(path.join(tmpdir(), 'holdout-attack-'));
  try {
    return packFolder(await writeProject(parent, submission));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  gradeSubmission,
  loadAssignment,
  splitDataset,
  type Graded,
  type GradingDeps,
  type GradingInput,
} from '@holdout/grading';
import { DockerSandbox } from '@holdout/sandbox';
import type { Expectation } from './expectations.js';
import { ASSIGNMENT, packFolder } from './grading-lab.js';
import { testImages, type GradingImages } from './images.js';

type Common = Omit<GradingInput, 'archive' | 'kind' | 'split'>;

/** Grades submissions to one assignment on one split, without database and queue. */
export class Bench {
  private constructor(
    readonly folder: string,
    readonly sandbox: DockerSandbox,
    readonly deps: GradingDeps,
    private readonly common: Common,
  ) {}

  /** @param folder of the assignment; @param images where others than its own shall run it */
  static async create(folder = ASSIGNMENT, images?: GradingImages): Promise<Bench> {
    const assignment = await loadAssignment(folder);
    const { image, images: further = [] } = assignment.definition;
    const sandbox = new DockerSandbox({
      ...(process.env['DOCKER_HOST'] ? { dockerHost: process.env['DOCKER_HOST'] } : {}),
      deploymentId: `test-${process.pid}`,
      workerId: 'bench',
    });
    const extra = [image, ...further].filter((name) => !['light', 'scorer'].includes(name));
    const deps = { sandbox, images: images ?? testImages(extra), parallel: 2 };
    const options = { secretHex: '5e'.repeat(32), splitIndex: 0, runId: 'split', organizationId: 'test' };
    const split = await splitDataset(deps, assignment, options);
    return new Bench(folder, sandbox, deps, {
      runId: 'test',
      organizationId: 'test',
      definition: assignment.definition,
      bundles: { public: split.publicBundle, hidden: split.hiddenBundle },
      salt: 'a7'.repeat(32),
      seed: 1,
      resampleSeed: 11,
      anchors: assignment.anchors,
    });
  }

  get definition(): GradingInput['definition'] {
    return this.common.definition;
  }

  grade(
    archive: Buffer,
    kind: 'PRACTICE' | 'CERTIFICATION' = 'PRACTICE',
    changes: Partial<GradingInput> = {},
  ): Promise<Graded> {
    const split = kind === 'PRACTICE' ? 'PUBLIC_TEST' : 'PRIVATE_TEST';
    return gradeSubmission(this.deps, { ...this.common, archive, kind, split, ...changes });
  }

  /** Grade a fixture, with the files it includes. Expectations are about the larger, private split. */
  async gradeFixture(name: string, { kind, include = {}, measured }: Expectation): Promise<Graded> {
    const archive = await this.fixture(name, include);
    return this.grade(archive, kind, {
      split: 'PRIVATE_TEST',
      ...(measured
        ? { measured: JSON.parse(await readFile(path.join(this.folder, measured), 'utf8')) as object[] }
        : {}),
    });
  }

  /** As `holdout check` does: on the sample, with nothing but what students have. */
  async checkFixture(name: string, { include = {} }: Expectation): Promise<Graded> {
    const bundles = { ...this.common.bundles, hidden: null };
    return this.grade(await this.fixture(name, include), 'PRACTICE', { bundles, split: 'SAMPLE' });
  }

  async reference(name: string): Promise<Buffer> {
    await readFile(path.join(this.folder, 'reference', name, 'holdout.toml'));
    return packFolder(path.join(this.folder, 'reference', name));
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  private async fixture(name: string, include: Readonly<Record<string, string>>): Promise<Buffer> {
    // A diagram is handed in as its file, not packed.
    if (this.definition.diagram) return readFile(path.join(this.folder, 'fixtures', name, 'diagram.yaml'));
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-fixture-'));
    try {
      await cp(path.join(this.folder, 'fixtures', name), folder, { recursive: true });
      for (const [target, source] of Object.entries(include))
        if (!existsSync(path.join(folder, target)))
          await cp(path.join(this.folder, source), path.join(folder, target), { recursive: true });
      return packFolder(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

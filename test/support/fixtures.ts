import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
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
import { ASSIGNMENT, packFolder } from './grading-lab.js';
import { testImages } from './images.js';

const FIXTURES = path.join(ASSIGNMENT, 'fixtures');

/** What fixtures/expectations.json says must become of a submission. */
export interface Expectation {
  outcome: Graded['outcome'];
  kind?: 'PRACTICE' | 'CERTIFICATION';
  reason?: string;
  code?: string;
  sandboxCode?: string;
  passed?: boolean;
  maxPoints?: number;
  gatesPass?: boolean;
  finding?: string;
  gate?: { key: string; status: string };
  metric?: { name: string; max: number };
  include?: Readonly<Record<string, string>>;
}

/** Read at once: tests are named by it. */
export function expectations(): Readonly<Record<string, Expectation>> {
  const { fixtures } = JSON.parse(readFileSync(path.join(FIXTURES, 'expectations.json'), 'utf8')) as {
    fixtures: Record<string, Expectation>;
  };
  return fixtures;
}

/** Grades tabular-risk submissions on one split, without database and queue. */
export class Bench {
  private constructor(
    readonly sandbox: DockerSandbox,
    readonly deps: GradingDeps,
    private readonly common: Omit<GradingInput, 'archive' | 'kind' | 'split'>,
  ) {}

  static async create(): Promise<Bench> {
    const images = testImages();
    const sandbox = new DockerSandbox({
      ...(process.env['DOCKER_HOST'] ? { dockerHost: process.env['DOCKER_HOST'] } : {}),
      deploymentId: `test-${process.pid}`,
      workerId: 'bench',
    });
    const deps = { sandbox, images, parallel: 2 };
    const assignment = await loadAssignment(ASSIGNMENT);
    const secretHex = '5e'.repeat(32);
    const split = await splitDataset(deps, assignment, {
      secretHex,
      splitIndex: 0,
      runId: 'split',
      organizationId: 'test',
    });
    return new Bench(sandbox, deps, {
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

  /** Grade a fixture, with the files it includes. */
  async gradeFixture(name: string, { kind, include = {} }: Expectation): Promise<Graded> {
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-fixture-'));
    try {
      await cp(path.join(FIXTURES, name), folder, { recursive: true });
      for (const [target, source] of Object.entries(include))
        await cp(path.join(ASSIGNMENT, source), path.join(folder, target));
      // Expectations are about the larger, private split.
      return await this.grade(packFolder(folder), kind, { split: 'PRIVATE_TEST' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async reference(name: string): Promise<Buffer> {
    await readFile(path.join(ASSIGNMENT, 'reference', name, 'holdout.toml'));
    return packFolder(path.join(ASSIGNMENT, 'reference', name));
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }
}

/** What of an expectation a result breaks, in words; empty when it is met. */
export function breaches(expected: Expectation, graded: Graded): string[] {
  if (graded.outcome !== expected.outcome)
    return [`outcome ${graded.outcome}: ${'message' in graded ? graded.message : ''}`];
  if (graded.outcome === 'STUDENT_ERROR') {
    // Where the sandbox stops a file first, it says so in its own words.
    const stoppedEarly = expected.sandboxCode !== undefined && graded.code === expected.sandboxCode;
    if (stoppedEarly) return [];
    return [
      ...(graded.reason === expected.reason ? [] : [`reason ${graded.reason}`]),
      ...(graded.code === expected.code ? [] : [`code ${graded.code}`]),
    ];
  }
  if (graded.outcome !== 'SCORED') return [];
  const { result } = graded;
  const { passed, maxPoints, gatesPass, finding, gate, metric } = expected;
  const value = result.metrics.find(({ name }) => name === metric?.name)?.value ?? 0;
  return [
    ...(passed === undefined || result.passed === passed ? [] : [`passed ${result.passed}`]),
    ...(maxPoints === undefined || result.points.value <= maxPoints ? [] : [`points ${result.points.value}`]),
    // Fairness is about the decisions of these plain models, not about how they write files.
    ...result.gates
      .filter(({ key, status }) => gatesPass && key !== 'fairness' && status !== 'PASSED')
      .map(({ key, message }) => `gate ${key}: ${message}`),
    ...(finding === undefined || result.findings.some(({ key }) => key === finding)
      ? []
      : [`no finding ${finding}`]),
    ...(!gate || result.gates.some(({ key, status }) => key === gate.key && status === gate.status)
      ? []
      : [`gate ${gate.key} is not ${gate.status}`]),
    ...(!metric || value <= metric.max ? [] : [`${metric.name} ${value}`]),
  ];
}

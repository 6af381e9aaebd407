import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
import { parse } from 'yaml';
import { breaches, type Expectation } from '../support/fixtures.js';
import { packFolder } from '../support/grading-lab.js';
import { testImages } from '../support/images.js';

const ROOT = path.resolve(import.meta.dirname, '../../graders/exercises');
/** `measured`: a file with runs of the student's projects, for documents that quote them. */
type Fixture = Expectation & { measured?: string };

const slugs = readdirSync(ROOT).filter((slug) => existsSync(path.join(ROOT, slug, 'assignment.yaml')));
const fixtures = slugs.flatMap((slug) =>
  ['accepted', 'rejected'].flatMap((kind) =>
    readdirSync(path.join(ROOT, slug, 'fixtures', kind)).map((name) => [slug, `${kind}/${name}`] as const),
  ),
);
let deps: GradingDeps & { sandbox: DockerSandbox };
const bundles = new Map<string, Promise<Omit<GradingInput, 'archive' | 'kind' | 'split'>>>();

beforeAll(() => {
  const sandbox = new DockerSandbox({
    ...(process.env['DOCKER_HOST'] ? { dockerHost: process.env['DOCKER_HOST'] } : {}),
    deploymentId: `exercises-${process.pid}`,
    workerId: 'bench',
  });
  deps = { sandbox, images: testImages(), parallel: 2 };
}, 60_000);
afterAll(() => deps?.sandbox.close());

describe('every fixture of every exercise, in the sandbox', () => {
  it.each(fixtures)('%s: %s ends as expected', async (slug, name) => {
    const expected = parse(
      readFileSync(path.join(ROOT, slug, 'fixtures', name, 'expected.yaml'), 'utf8'),
    ) as Fixture;
    expect(breaches(expected, await grade(slug, name, expected))).toEqual([]);
  });
});

const answered = slugs.filter((slug) => existsSync(path.join(ROOT, slug, 'fixtures/accepted/solution')));

describe('the local check, which has the public bundle alone', () => {
  it.each(answered)('%s: scores the solution on the sample', async (slug) => {
    const fixture = parse(
      readFileSync(path.join(ROOT, slug, 'fixtures/accepted/solution/expected.yaml'), 'utf8'),
    ) as Fixture;
    const { measured: _unknownHere, ...expected } = fixture;
    const graded = await grade(slug, 'accepted/solution', expected, { split: 'SAMPLE' });
    expect(breaches(expected, graded)).toEqual([]);
  });
});

async function grade(
  slug: string,
  name: string,
  { kind, include = {}, measured }: Fixture,
  { split = 'PRIVATE_TEST' }: { split?: GradingInput['split'] } = {},
): Promise<Graded> {
  const home = path.join(ROOT, slug);
  const folder = await mkdtemp(path.join(tmpdir(), 'holdout-fixture-'));
  try {
    await cp(path.join(home, 'fixtures', name), folder, { recursive: true });
    await rm(path.join(folder, 'expected.yaml'));
    for (const [target, source] of Object.entries(include))
      await cp(path.join(home, source), path.join(folder, target), { recursive: true });
    const common = bundles.get(slug) ?? commonOf(slug);
    bundles.set(slug, common);
    const { bundles: both, ...input } = await common;
    return await gradeSubmission(deps, {
      ...input,
      bundles: split === 'SAMPLE' ? { ...both, hidden: null } : both,
      archive: packFolder(folder),
      kind: kind ?? 'PRACTICE',
      split,
      ...(measured
        ? { measured: JSON.parse(await readFile(path.join(home, measured), 'utf8')) as object[] }
        : {}),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The assignment, cut once for all its fixtures. */
async function commonOf(slug: string): Promise<Omit<GradingInput, 'archive' | 'kind' | 'split'>> {
  const assignment = await loadAssignment(path.join(ROOT, slug));
  const options = { secretHex: '5e'.repeat(32), splitIndex: 0, runId: 'split', organizationId: 'test' };
  const split = await splitDataset(deps, assignment, options);
  return {
    runId: 'test',
    organizationId: 'test',
    definition: assignment.definition,
    bundles: { public: split.publicBundle, hidden: split.hiddenBundle },
    salt: 'a7'.repeat(32),
    seed: 1,
    resampleSeed: 11,
    anchors: assignment.anchors,
  };
}

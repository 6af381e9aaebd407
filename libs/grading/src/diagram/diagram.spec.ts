import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RunKind } from '@holdout/domain';
import { AssignmentInvalidError } from '../assignment-problem.js';
import { loadAssignment } from '../load-assignment.js';
import { gradeSubmission } from '../grade-submission.js';
import type { GradingDeps, PhaseStart } from '../grading.types.js';
import { splitDataset } from '../split-dataset.js';
import { readTar } from '../tar.js';

const EXERCISES = path.resolve(import.meta.dirname, '../../../../graders/exercises');
const slugs = readdirSync(EXERCISES).filter((slug) => slug.startsWith('redraw-'));
const SECRET = '5e'.repeat(32);

/** No part of grading a diagram may ask for a container. */
const deps: GradingDeps = {
  sandbox: new Proxy({} as GradingDeps['sandbox'], {
    get: (_, name) => {
      throw new Error(`A drawing was given to a container: ${String(name)}.`);
    },
  }),
  images: {},
};

async function assignmentOf(slug: string) {
  const assignment = await loadAssignment(path.join(EXERCISES, slug));
  const options = { secretHex: SECRET, splitIndex: 0, runId: 'split', organizationId: 'test' };
  return { assignment, split: await splitDataset(deps, assignment, options) };
}

async function grade(slug: string, archive: Buffer, kind: RunKind = 'PRACTICE', phases: PhaseStart[] = []) {
  const { assignment, split } = await assignmentOf(slug);
  const input = {
    runId: 'test',
    organizationId: 'test',
    salt: 'a7',
    seed: 1,
    resampleSeed: 1,
    kind,
    archive,
    definition: assignment.definition,
    anchors: assignment.anchors,
    bundles: { public: split.publicBundle, hidden: split.hiddenBundle },
    split: 'PUBLIC_TEST' as const,
  };
  return gradeSubmission(deps, input, { phaseStarted: (phase) => phases.push(phase) });
}

const fixture = (slug: string, name: string): Buffer =>
  readFileSync(path.join(EXERCISES, slug, 'fixtures', name, 'diagram.yaml'));

interface Expected {
  outcome: string;
  reason?: string;
  code?: string;
  passed?: boolean;
  minPoints?: number;
  maxPoints?: number;
}
const cases = slugs.flatMap((slug) => {
  const file = readFileSync(path.join(EXERCISES, slug, 'fixtures/expectations.json'), 'utf8');
  const { fixtures } = JSON.parse(file) as { fixtures: Record<string, Expected> };
  return Object.entries(fixtures).map(([name, expected]) => [slug, name, expected] as const);
});

describe('every fixture of every diagram', () => {
  it.each(cases)('%s: %s ends as expected', async (slug, name, expected) => {
    const graded = await grade(slug, fixture(slug, name));
    const { minPoints, maxPoints, passed, ...rest } = expected;
    expect(graded).toMatchObject(rest);
    if (graded.outcome !== 'SCORED') return;
    expect(graded.result.passed).toBe(passed);
    expect(graded.result.points.value).toBeGreaterThanOrEqual(minPoints ?? 0);
    expect(graded.result.points.value).toBeLessThanOrEqual(maxPoints ?? 100);
  });

  it.each(slugs)('%s has a folder for each expectation, and no other', (slug) => {
    const fixtures = path.join(EXERCISES, slug, 'fixtures');
    const found = ['accepted', 'rejected'].flatMap((kind) =>
      readdirSync(path.join(fixtures, kind)).map((name) => `${kind}/${name}`),
    );
    const stated = cases.filter(([of]) => of === slug).map(([, name]) => name);
    expect(found.toSorted()).toEqual(stated.toSorted());
    expect(found.every((name) => existsSync(path.join(fixtures, name, 'diagram.yaml')))).toBe(true);
  });
});

describe('a diagram', () => {
  it.each(slugs)('%s tells the public nothing of its key', async (slug) => {
    const { assignment, split } = await assignmentOf(slug);
    const files = await readTar(split.publicBundle);
    expect([...files.keys()]).toEqual(['data/labels.json']);
    const labels = JSON.parse(files.get('data/labels.json')?.toString('utf8') ?? '') as { label: string }[];
    const texts = labels.map(({ label }) => label.toLowerCase());
    // Neither their order nor their form tells labels that belong from those that do not.
    expect(texts).toEqual(texts.toSorted());
    expect(new Set(labels.map((label) => Object.keys(label).join()))).toEqual(new Set(['key,label']));
    expect(JSON.stringify(assignment.definition)).not.toContain('"edges"');
  });

  it('is graded in two phases, without a container', async () => {
    const phases: PhaseStart[] = [];
    const graded = await grade(
      'redraw-ml-lifecycle',
      fixture('redraw-ml-lifecycle', 'accepted/whole'),
      'CERTIFICATION',
      phases,
    );
    expect(phases.map(({ name, label }) => `${name} ${label}`)).toEqual(['PREPARE read', 'SCORE compare']);
    expect(graded).toMatchObject({ outcome: 'SCORED', resamples: [100, 100], produced: [] });
  });

  it('is refused with every mistake of its key named', async () => {
    const { assignment } = await assignmentOf('redraw-serving-loop');
    const key =
      'schema: holdout.diagram-key/1\nnodes: [request, cake]\nedges: [{ from: request, to: cake }]\n';
    const torn = { ...assignment, data: new Map([['key.yaml', Buffer.from(key)]]) };
    const options = { secretHex: SECRET, splitIndex: 0, runId: 'split', organizationId: 'test' };
    await expect(splitDataset(deps, torn, options)).rejects.toThrow(AssignmentInvalidError);
    await expect(splitDataset(deps, torn, options)).rejects.toThrow(
      'the key needs "cake", which is not offered',
    );
  });
});

describe('what a graded drawing is told', () => {
  const DRAWN = Buffer.from(
    `nodes: [frame, collect, prepare, train, final-test]
edges:
  - { from: frame, to: collect }
  - { from: prepare, to: collect }
  - { from: prepare, to: train }
  - { from: final-test, to: train }
`,
  );
  const told = async (kind: RunKind) => {
    const graded = await grade('redraw-ml-lifecycle', DRAWN, kind);
    if (graded.outcome !== 'SCORED') throw new Error(graded.outcome);
    const { findings, plots } = graded.result;
    return { text: findings.map(({ message }) => message).join('\n'), drawing: plots[0]?.drawing };
  };

  it('in practice: what is wrong with what was drawn, and only how much is missing', async () => {
    const { text, drawing } = await told('PRACTICE');
    expect(text).toContain('Arrows that point the wrong way: 1: Audit and prepare → Collect and label.');
    expect(text).toContain('Arrows that do not belong: 1: Tune on the final test → Train.');
    expect(text).toContain('Labels that do not belong: 1: Tune on the final test.');
    expect(text).toContain('Labels missing: 3.');
    expect(text).toContain('Arrows missing: 6.');
    expect(text).toContain('Loops not closed: 3.');
    expect(text + JSON.stringify(drawing)).not.toMatch(/Monitor|Deploy|Evaluate|MISSING/);
  });

  it('in certification: what was missing as well', async () => {
    const { text, drawing } = await told('CERTIFICATION');
    expect(text).toContain('Labels missing: 3: Evaluate, Deploy, Monitor.');
    expect(text).toContain('Evaluate → Audit and prepare → Train → Evaluate.');
    expect(drawing?.nodes).toContainEqual({ key: 'monitor', label: 'Monitor', mark: 'MISSING' });
    expect(drawing?.edges).toContainEqual({ from: 'deploy', to: 'monitor', mark: 'MISSING' });
    expect(drawing?.edges).toContainEqual({ from: 'prepare', to: 'collect', mark: 'REVERSED' });
  });
});

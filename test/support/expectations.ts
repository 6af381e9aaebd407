import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Graded } from '@holdout/grading';

const GRADERS = path.resolve(import.meta.dirname, '../../graders');
/** Folders that hold graders: what they hold is found, so a new one needs no test of its own. */
const PLACES = [GRADERS, path.join(GRADERS, 'exercises')];
const KINDS = ['accepted', 'rejected'];

/** What a grader's fixtures/expectations.json says must become of one submission. */
export interface Expectation {
  outcome: Graded['outcome'];
  /** @default PRACTICE */
  kind?: 'PRACTICE' | 'CERTIFICATION';
  reason?: string;
  code?: string;
  /** What the sandbox says where it stops a file before the scorer sees it. */
  sandboxCode?: string;
  /** The student's own file that the message names. */
  file?: string;
  passed?: boolean;
  minPoints?: number;
  maxPoints?: number;
  gatesPass?: boolean;
  finding?: string;
  gate?: { key: string; status: string };
  metric?: { name: string; max: number };
  /** A gate that is known not to notice it; `note` says why. */
  evades?: string;
  note?: string;
  /** Files of the grader that are copied in, by their name there. A fixture's own file comes first. */
  include?: Readonly<Record<string, string>>;
  /** A file with runs of the student's projects, for documents that quote them. */
  measured?: string;
  /** Graded by the local check as well, which has the public bundle alone. */
  local?: boolean;
  /** Graded in `npm test` too. */
  quick?: boolean;
}

export interface GraderFixtures {
  slug: string;
  folder: string;
  /** By name: "rejected/nan". */
  fixtures: Readonly<Record<string, Expectation>>;
}

/** Every grader with fixtures. Read at once: tests are named by them. */
export function allFixtures(): GraderFixtures[] {
  return PLACES.flatMap((place) =>
    readdirSync(place)
      .map((slug) => path.join(place, slug))
      .filter((folder) => existsSync(path.join(folder, 'fixtures')))
      .map(fixturesOf),
  );
}

/** @throws when a fixture has no expectation, or an expectation no fixture */
export function fixturesOf(folder: string): GraderFixtures {
  const file = path.join(folder, 'fixtures/expectations.json');
  const { include = {}, fixtures } = JSON.parse(readFileSync(file, 'utf8')) as {
    include?: Record<string, string>;
    fixtures: Record<string, Expectation>;
  };
  const found = KINDS.flatMap((kind) => namesIn(folder, kind)).toSorted();
  const stated = Object.keys(fixtures).toSorted();
  const apart = [
    ...found.filter((name) => !stated.includes(name)),
    ...stated.filter((name) => !found.includes(name)),
  ];
  if (apart.length > 0) throw new Error(`${file} and the folders beside it differ: ${apart.join(', ')}`);
  return {
    slug: path.basename(folder),
    folder,
    fixtures: Object.fromEntries(
      Object.entries(fixtures).map(([name, expected]) => [
        name,
        { ...expected, include: { ...include, ...expected.include } },
      ]),
    ),
  };
}

function namesIn(folder: string, kind: string): string[] {
  const place = path.join(folder, 'fixtures', kind);
  return existsSync(place) ? readdirSync(place).map((name) => `${kind}/${name}`) : [];
}

/** What of an expectation a result breaks, in words; empty when it is met. */
export function breaches(expected: Expectation, graded: Graded): string[] {
  if (graded.outcome !== expected.outcome)
    return [`outcome ${graded.outcome}: ${'message' in graded ? graded.message : ''}`];
  if (graded.outcome === 'STUDENT_ERROR') {
    const stoppedEarly = expected.sandboxCode !== undefined && graded.code === expected.sandboxCode;
    if (stoppedEarly) return [];
    return [
      ...(graded.reason === expected.reason ? [] : [`reason ${graded.reason}: ${graded.message}`]),
      ...(graded.code === expected.code ? [] : [`code ${graded.code}: ${graded.message}`]),
      ...(expected.file === undefined || graded.file === expected.file ? [] : [`file ${graded.file}`]),
    ];
  }
  return graded.outcome === 'SCORED' ? breachesOfScore(expected, graded) : [];
}

function breachesOfScore(
  { passed, minPoints = 0, maxPoints = 100, gatesPass, finding, gate, metric, evades }: Expectation,
  { result }: Extract<Graded, { outcome: 'SCORED' }>,
): string[] {
  const value = result.metrics.find(({ name }) => name === metric?.name)?.value;
  const statusOf = (key: string): string =>
    result.gates.find((each) => each.key === key)?.status ?? 'not judged';
  return [
    ...(passed === undefined || result.passed === passed ? [] : [`passed ${result.passed}`]),
    ...(result.points.value >= minPoints && result.points.value <= maxPoints
      ? []
      : [`points ${result.points.value}`]),
    // Fairness is about the decisions of these plain models, not about how they write files.
    ...result.gates
      .filter(({ key, status }) => gatesPass && key !== 'fairness' && status !== 'PASSED')
      .map(({ key, message }) => `gate ${key}: ${message}`),
    ...(finding === undefined || result.findings.some(({ key }) => key === finding)
      ? []
      : [`no finding ${finding}, but ${result.findings.map(({ key }) => key).join(', ') || 'none'}`]),
    ...(!gate || statusOf(gate.key) === gate.status ? [] : [`gate ${gate.key} is ${statusOf(gate.key)}`]),
    ...(!metric || (value !== undefined && value <= metric.max) ? [] : [`${metric.name} ${value}`]),
    ...(evades === undefined || statusOf(evades) === 'PASSED'
      ? []
      : [`gate ${evades} is ${statusOf(evades)}`]),
  ];
}

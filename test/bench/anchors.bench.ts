import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { anchorsFile, type Anchors } from '@holdout/grading';
import {
  certifyReferences,
  contentDigest,
  folderOf,
  PROJECTS,
  REFERENCES,
  type Project,
  type ReferenceRun,
} from './anchors/reference-run.js';
import { measureAnchors } from './anchors/measure.js';
import { figuresOf, outside, shared, summarize, type ReferenceSummary } from './anchors/summary.js';
import { writeReport, type BenchOptions, type BenchResult } from './report.js';
import { withTestServer } from './test-server.js';

const SECRETS = 5;

interface Kept {
  detail?: { runs?: ReferenceRun[] };
}

/**
 * The references of every project as certifications of a real deployment, on splits that no anchor was measured on. With a
 * file it goes on from what the file holds, and writes after each run; what was not scored is tried again.
 */
export async function anchorsBench(options: BenchOptions): Promise<BenchResult> {
  const { project, secrets = SECRETS, file, minutes = Infinity } = options;
  const until = performance.now() + minutes * 60_000;
  const isOver = (): boolean => performance.now() >= until;
  const chosen = PROJECTS.filter((each) => project === undefined || each === project);
  if (chosen.length === 0) throw new RangeError(`There is no project "${project}".`);
  if (options.measure !== undefined) return measured(chosen, options.measure);
  const anchors = Object.fromEntries(
    await Promise.all(PROJECTS.map(async (each) => [each, await anchorsOf(each)] as const)),
  ) as Record<Project, Anchors>;
  const runs = await stillGood(await keptRuns(file));
  const failures: string[] = [];
  const keep = async (run: ReferenceRun): Promise<void> => {
    tell(run, anchors[run.project]);
    runs.push(run);
    if (file) await writeReport(resultOf(runs, anchors, failures), file);
  };
  await withTestServer(async () => {
    for (const each of chosen) {
      for (let secret = 1; secret <= secrets; secret++) {
        const missing = REFERENCES.filter((reference) => !runs.some(isOf(each, secret, reference)));
        if (missing.length === 0 || isOver()) continue;
        try {
          await certifyReferences(each, secret, missing, isOver, async (run) => {
            if (run.outcome === 'SCORED') return keep(run);
            tell(run, anchors[run.project]);
            failures.push(`${each} ${secret} ${run.reference}: ${run.outcome} ${run.message}`);
          });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          console.error(`${each} ${secret}: ${message}`);
          failures.push(`${each} ${secret}: ${message.split('\n')[0]}`);
        }
      }
    }
  });
  const result = resultOf(runs, anchors, failures);
  for (const failure of failures) console.log(`NOT SCORED ${failure}`);
  for (const summary of summarize(runs, anchors)) console.log(lineOf(summary));
  if (failures.length > 0) process.exitCode = 1;
  return result;
}

/** Anchors of these projects, measured anew on splits of a deployment and written where they are shipped. */
async function measured(projects: readonly Project[], splits: number): Promise<BenchResult> {
  await withTestServer(async () => {
    for (const project of projects) await measureAnchors(project, splits);
  });
  return { name: 'anchors', runs: projects.length * splits, figures: { splits } };
}

function resultOf(
  runs: readonly ReferenceRun[],
  anchors: Readonly<Record<Project, Anchors>>,
  failures: readonly string[],
): BenchResult {
  const summaries = summarize(runs, anchors);
  return {
    name: 'anchors',
    runs: runs.length,
    figures: figuresOf(runs, summaries, anchors),
    detail: { summaries, failures, runs },
  };
}

function isOf(project: Project, secret: number, reference: string) {
  return (run: ReferenceRun) =>
    run.project === project && run.secret === secret && run.reference === reference;
}

async function keptRuns(file: string | undefined): Promise<ReferenceRun[]> {
  if (!file || !existsSync(file)) return [];
  const { detail } = JSON.parse(await readFile(file, 'utf8')) as Kept;
  return detail?.runs ?? [];
}

/** Runs of references, anchors and definitions as they are now. */
async function stillGood(runs: readonly ReferenceRun[]): Promise<ReferenceRun[]> {
  const current = new Map(
    await Promise.all(PROJECTS.map(async (project) => [project, await contentDigest(project)] as const)),
  );
  return runs.filter(({ project, content }) => current.get(project) === content);
}

async function anchorsOf(project: Project): Promise<Anchors> {
  return anchorsFile.parse(
    JSON.parse(await readFile(path.join(folderOf(project), 'anchors.json'), 'utf8')) as unknown,
  );
}

function tell(run: ReferenceRun, anchors: Anchors): void {
  const head = `${run.project} ${run.secret} ${run.reference.padEnd(6)} ${run.seconds.toFixed(0).padStart(5)} s  `;
  if (!run.points) {
    console.log(`${head}${run.outcome}: ${run.message}`);
    return;
  }
  const { value, low, high } = run.points;
  const out = outside(run, anchors);
  console.log(
    `${head}${value.toFixed(1).padStart(5)} [${low.toFixed(1)}, ${high.toFixed(1)}]${run.isPassed ? ' passed' : ''}` +
      `  metrics inside ${shared(run, anchors).length - out.length} of ${shared(run, anchors).length}` +
      (out.length > 0 ? ` (not ${out.join(', ')})` : '') +
      Object.entries(run.gates)
        .map(([key, message]) => `  gate ${key}: ${message}`)
        .join(''),
  );
}

function lineOf({ project, reference, runs, points, low, high, passed, ...rest }: ReferenceSummary): string {
  const { meetsGoal, goal, surprising, metrics } = rest;
  return (
    `${project} ${reference}: ${points.toFixed(1)} on average of ${runs} (${low.toFixed(1)} to ${high.toFixed(1)}, ${passed} passed), ` +
    `goal ${goal[0]}-${goal[1]} ${meetsGoal ? 'met' : 'MISSED'}; means inside ${metrics - surprising.length} of ${metrics}` +
    (surprising.length > 0 ? ` (not ${surprising.join(', ')})` : '')
  );
}

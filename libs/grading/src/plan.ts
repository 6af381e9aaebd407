import { z } from 'zod';
import { GraderFaultError } from './faults.js';
import type { GradingDeps, GradingInput } from './grading.types.js';
import { OWN_SCORER } from './own-scorer.js';
import { outputOf, runScorer } from './scorer-command.js';
import { readTar, type TarFiles } from './tar.js';

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const placeholder = z.string().regex(/^[a-zA-Z_]{1,40}$/);
const relativePath = z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w./-]{1,100}$/);

const call = z.strictObject({
  name,
  /** Shown beside the phase. @default the name */
  label: z.string().max(80).optional(),
  /** Calls of a group share its budget. */
  group: name.optional(),
  phase: z.enum(['TRAIN', 'PREDICT', 'SERVE']),
  /** A command of holdout.toml; null if `runner` names a program of the platform. */
  command: z.string().nullable(),
  /** A program of the platform that opens student files. No labels are in its container either. */
  runner: name.optional(),
  /** @default the assignment's image */
  image: name.optional(),
  /** The command serves on this port until the driver, a program of the platform, has sent all its requests. */
  service: z
    .strictObject({ command: z.string(), port: z.int().min(1024).max(65535), driver: name })
    .optional(),
  visible: z.boolean(),
  /** The beginning of sentences: "The predict command on hidden rows". */
  subject: z.string().min(1).max(120),
  /** Skipped if holdout.toml does not name the command. */
  optional: z.boolean().default(false),
  /** A failure of only this call is reported as such, because the command worked on what counts. */
  probe: z.boolean().default(false),
  /** The content of {data}: the public bundle's data, or files of this call below `data/`. */
  data: z.enum(['public', 'own']).nullable().default(null),
  /** The call whose model is unpacked at {model}. */
  model: name.nullable().default(null),
  /** A key of the assignment's limits. */
  limits: z.string(),
  /** Placeholder → path below the input folder; one that ends in `/` is a folder. */
  inputs: z.record(placeholder, relativePath).default({}),
  /** The call whose files are the inputs. @default this one */
  filesOf: name.optional(),
  values: z.record(placeholder, z.string().max(200)).default({}),
  /** Path below the input folder → a file that an earlier call left. */
  takes: z.record(relativePath, z.strictObject({ call: name, output: placeholder })).default({}),
  outputs: z
    .record(
      placeholder,
      z.strictObject({
        kind: z.enum(['file', 'tree']).default('file'),
        path: relativePath,
        maxBytes: z.int().positive(),
        required: z.boolean().default(true),
      }),
    )
    .default({}),
});

const callsFile = z.strictObject({
  schema: z.literal('holdout.calls/2'),
  groups: z.record(name, z.strictObject({ budgetSeconds: z.int().positive().optional() })).default({}),
  calls: z.array(call).max(500),
});

/** One container that student files meet. Defined by the scorer's `plan`; run by this library, whatever the template. */
export type Call = z.infer<typeof call>;

/** Which calls a run makes, with their files. */
export interface Plan {
  calls: readonly Call[];
  /** Seconds that all calls of a group have together, where the template sets them. */
  groups: Readonly<Record<string, { budgetSeconds?: number }>>;
  /** Files of a call, by name below its folder. */
  filesOf(call: string): TarFiles;
  callsJson: Buffer;
  /** What ids stand for. Only for `score`. */
  secretJson: Buffer;
}

/** Retrainings on shuffled labels that a certification run makes at least, where the assignment has that probe. */
export const MIN_PERMUTATIONS = 5;

/** How many retrainings a run makes. */
export function permutationsOf({ definition, kind }: Pick<GradingInput, 'definition' | 'kind'>): number {
  const count = definition.probes.permutedRetrains?.count ?? 0;
  return scorerKind(kind) === 'PRACTICE' || count === 0 ? 0 : Math.max(MIN_PERMUTATIONS, count);
}

/** The scorer knows two kinds: everything that counts is graded as a certification is. */
export function scorerKind(kind: GradingInput['kind']): 'PRACTICE' | 'CERTIFICATION' {
  return kind === 'PRACTICE' || kind === 'DRY_RUN' ? 'PRACTICE' : 'CERTIFICATION';
}

/** The bundles as inputs of the scorer, which has no use for the author's own. */
export function bundleInputs(
  publicFiles: TarFiles,
  hiddenFiles: TarFiles,
): { path: string; bytes: Buffer }[] {
  const below = (folder: string, files: TarFiles) =>
    [...files].map(([name, bytes]) => ({ path: `${folder}/${name}`, bytes }));
  return [
    ...below('in/public', publicFiles),
    ...below('in/hidden', hiddenFiles).filter(({ path }) => path !== `in/hidden/${OWN_SCORER}`),
  ];
}

/** @throws GraderFaultError @throws SandboxUnavailableError */
export async function makePlan(
  deps: GradingDeps,
  input: GradingInput,
  bundles: { publicFiles: TarFiles; hiddenFiles: TarFiles },
  signal: AbortSignal,
): Promise<Plan> {
  const { definition } = input;
  const { outputs } = await runScorer(deps, {
    name: 'plan',
    definition,
    job: {
      kind: scorerKind(input.kind),
      split: input.split,
      saltHex: input.salt,
      permutations: permutationsOf(input),
    },
    inputs: bundleInputs(bundles.publicFiles, bundles.hiddenFiles),
    outputs: { calls: 'calls.tar', secret: 'secret.json' },
    limits: definition.limits.score,
    labels: input,
    signal,
  });
  const files = await readTar(outputOf(outputs, 'calls'));
  const callsJson = files.get('calls.json');
  if (!callsJson) throw new GraderFaultError("The scorer's plan has no calls.json.");
  const { calls, groups } = readCalls(callsJson.toString('utf8'));
  return {
    calls,
    groups,
    filesOf: (name) => below(files, name),
    callsJson,
    secretJson: outputOf(outputs, 'secret'),
  };
}

/** @throws GraderFaultError naming what is wrong with the plan */
export function readCalls(text: string): z.infer<typeof callsFile> {
  const parsed = callsFile.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new GraderFaultError(
      `The scorer's plan breaks its schema at ${issue?.path.join('.')}: ${issue?.message}`,
    );
  }
  const names = parsed.data.calls.map((each) => each.name);
  const twice = names.find((each, index) => names.indexOf(each) !== index);
  if (twice) throw new GraderFaultError(`The scorer's plan has two calls named ${twice}.`);
  return parsed.data;
}

/** Files below a folder, without it. */
export function below(files: TarFiles, folder: string): TarFiles {
  const prefix = `${folder}/`;
  return new Map(
    [...files]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, bytes]) => [name.slice(prefix.length), bytes]),
  );
}

/**
 * Hidden calls as chains that may run side by side: a call stands in the chain of the calls it builds on. Order within a
 * chain is the plan's.
 */
export function chainsOf(calls: readonly Call[]): Call[][] {
  const chains: Call[][] = [];
  for (const each of calls) {
    const needs = new Set([each.model, ...Object.values(each.takes).map((taken) => taken.call)]);
    const before = chains.filter((chain) => chain.some((earlier) => needs.has(earlier.name)));
    const [first, ...others] = before;
    if (!first) {
      chains.push([each]);
      continue;
    }
    for (const chain of others) {
      first.push(...chain);
      chains.splice(chains.indexOf(chain), 1);
    }
    first.push(each);
  }
  return chains;
}

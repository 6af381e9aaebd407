import { commandsOf } from '@holdout/domain';
import type { InputEntry, OutputDeclaration } from '@holdout/sandbox';
import { fillWords, PLACES } from './commands.js';
import type { AssignmentDefinition, PhaseLimits } from './assignment-definition.js';
import { GraderFaultError } from './faults.js';
import type { GradingInput, PhaseUsage } from './grading.types.js';
import type { Call } from './plan.js';
import type { Project } from './project.js';
import { usageOf } from './scorer-command.js';
import type { Steps, StudentStep } from './steps.js';
import { RUNNER_ERROR, runnerErrorOf } from './runner-error.js';
import { studentErrorOf } from './student-error.js';
import type { TarFiles } from './tar.js';

const MODEL = 'model';

/** What a call left behind. */
export interface Produced {
  /** Opaque tar, null when the call left no model. */
  model: Buffer | null;
  /** Files by their path below the output folder. */
  files: ReadonlyMap<string, Buffer>;
  /** The same by output name. */
  byName: ReadonlyMap<string, Buffer>;
  usage: PhaseUsage | null;
  status: 'SUCCEEDED' | 'SKIPPED';
}

/** Bytes that a call is given beside the project. */
export interface Given {
  /** Files below the input folder. */
  inputs: TarFiles;
  /** Files of {data}. */
  data: TarFiles;
  model: Buffer | null;
}

const SKIPPED: Produced = {
  model: null,
  files: new Map(),
  byName: new Map(),
  usage: null,
  status: 'SKIPPED',
};

/**
 * The training on the public data that does not wait for the plan, or null where the assignment has none: what it is given
 * does not depend on the run.
 */
export function firstCall(definition: AssignmentDefinition): Call | null {
  const rule = Object.entries(commandsOf(definition)).find(([, { runsFirst }]) => runsFirst);
  if (!rule) return null;
  const [command] = rule;
  const { predictions: _calls, ...reports } = definition.outputs;
  const maxBytes = definition.limits.train.outputBytes;
  return {
    name: command,
    phase: 'TRAIN',
    command,
    visible: true,
    subject: `The ${command} command`,
    optional: true,
    probe: false,
    data: 'public',
    model: null,
    limits: 'train',
    inputs: {},
    values: {},
    takes: {},
    outputs: {
      model: { kind: 'tree', path: MODEL, maxBytes, required: false },
      ...Object.fromEntries(
        Object.entries(reports).map(([name, { file, maxBytes }]) => [
          name,
          { kind: 'file', path: `reports/${file}`, maxBytes, required: false },
        ]),
      ),
    },
  };
}

/** Runs the commands of one submission, each call in a fresh container. */
export class StudentProgram {
  constructor(
    private readonly steps: Steps,
    private readonly project: Project,
    private readonly input: Pick<GradingInput, 'definition'>,
  ) {}

  /** @param limits of this call @throws StudentFault @throws CancelledFault @throws GraderFaultError */
  async run(call: Call, given: Given, limits: PhaseLimits): Promise<Produced> {
    const argv = this.argvOf(call);
    if (argv === null) return SKIPPED;
    const { files, unpackedBytes, train } = this.input.definition.limits;
    // A model may be as large as what train may hand over, an archive as large as what may be unpacked.
    const bytes = Math.max(unpackedBytes, train.outputBytes);
    const { service } = call;
    const outputs = Object.entries(call.outputs).map(([name, output]): OutputDeclaration => ({
      ...output,
      name,
      path: placeOf(name, output.path),
    }));
    const words = { subject: call.subject, isVisible: call.visible };
    const step: StudentStep = {
      phase: call.phase,
      label: call.label ?? call.name,
      words,
      limits: { ...limits, outputBytes: Math.max(limits.outputBytes, ...outputs.map((o) => o.maxBytes)) },
      ...(call.image && { image: call.image }),
      job: {
        kind: 'exec',
        argv,
        env: { HOLDOUT_SEED: String(this.project.seed) },
        cwd: call.runner ? '/work' : '/work/project',
        unpack: [
          ...(call.runner ? [] : [{ archive: 'project.tar', to: '/work/project' }]),
          ...(given.model ? [{ archive: 'model.tar', to: PLACES.model }] : []),
        ],
        outputs: service ? [] : call.runner ? [...outputs, RUNNER_ERROR] : outputs,
        limits: { archiveFiles: files, archiveBytes: bytes, fileBytes: bytes },
      },
      inputs: this.inputsOf(call, given),
      ...(call.runner && {
        judge: (result, phase) =>
          runnerErrorOf(result, phase) ?? studentErrorOf(result, phase, words, step.limits),
      }),
    };
    const result = service
      ? await this.steps.serve(step, { driver: service.driver, outputs, inputs: filesIn(given) })
      : await this.steps.run(step);
    const byName = new Map([...result.outputs].filter(([name]) => name in call.outputs && name !== MODEL));
    for (const [name, { required }] of Object.entries(call.outputs)) {
      if (required && !result.outputs.has(name))
        throw new GraderFaultError(`The call ${call.name} ended without its output ${name}.`);
    }
    return {
      model: result.outputs.get(MODEL) ?? null,
      files: new Map([...byName].map(([name, content]) => [call.outputs[name]?.path ?? name, content])),
      byName,
      usage: usageOf(result),
      status: 'SUCCEEDED',
    };
  }

  /** Null when the call is optional and holdout.toml does not name its command. */
  private argvOf(call: Call): string[] | null {
    if (call.runner) return ['python3', '-I', '-m', 'holdout_runner', call.runner];
    const words = call.command === null ? undefined : this.project.commands[call.command];
    if (words) return fillWords(words, this.valuesOf(call));
    if (call.optional) return null;
    throw new GraderFaultError(`The plan calls "${call.command}", which the assignment does not require.`);
  }

  private valuesOf(call: Call): Record<string, string> {
    const paths = (entries: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(entries).map(([key, path]) => [key, `${PLACES.input}/${path}`]));
    return {
      seed: String(this.project.seed),
      data: PLACES.data,
      model: PLACES.model,
      reports: PLACES.reports,
      ...paths(call.inputs),
      ...Object.fromEntries(
        Object.entries(call.outputs).map(([name, { path }]) => [name, placeOf(name, path)]),
      ),
      ...call.values,
    };
  }

  private inputsOf(call: Call, { inputs, data, model }: Given): InputEntry[] {
    return [
      ...(call.runner ? [] : [{ path: 'project.tar', bytes: this.project.tar }]),
      ...(model ? [{ path: 'model.tar', bytes: model }] : []),
      ...[...data].map(([name, bytes]) => ({ path: `in/data/${name}`, bytes })),
      // What the driver will ask is not for the service to read beforehand.
      ...(call.service ? [] : filesIn({ inputs })),
    ];
  }
}

/** A model lies beside the outputs, where the next call finds it. */
function placeOf(name: string, path: string): string {
  return name === MODEL ? PLACES.model : `${PLACES.output}/${path}`;
}

function filesIn({ inputs }: Pick<Given, 'inputs'>): InputEntry[] {
  return [...inputs].map(([name, bytes]) => ({ path: `in/${name}`, bytes }));
}

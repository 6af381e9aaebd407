import type { InputEntry, Job, OutputDeclaration } from '@holdout/sandbox';
import { PLACES } from './commands.js';
import type { PhaseLimits } from './assignment-definition.js';
import { GraderFaultError } from './faults.js';
import type { GradingInput } from './grading.types.js';
import type { Project } from './project.js';
import type { Steps, StudentStep } from './steps.js';
import type { TarFiles } from './tar.js';

/** What training leaves: an opaque tar (null when empty) and the declared reports. */
export interface Trained {
  model: Buffer | null;
  reports: ReadonlyMap<string, Buffer>;
}

type How = Pick<StudentStep, 'label' | 'words'>;

/** Runs the two commands of one submission, each time in a fresh container. */
export class StudentProgram {
  constructor(
    private readonly steps: Steps,
    private readonly project: Project,
    private readonly input: Pick<GradingInput, 'definition'>,
  ) {}

  /** @param data files of {data} @param limits of this training @throws StudentFault @throws CancelledFault */
  async train(
    data: TarFiles,
    how: How,
    limits: PhaseLimits = this.input.definition.limits.train,
  ): Promise<Trained> {
    if (this.project.train === null) return { model: null, reports: new Map() };
    const reports = this.reportFiles();
    const result = await this.steps.run({
      phase: 'TRAIN',
      ...how,
      limits,
      job: this.job(this.project.train, [
        { name: 'model', path: PLACES.model, kind: 'tree', maxBytes: limits.outputBytes, required: false },
        ...reports.map(({ file, maxBytes }) => ({
          name: `report:${file}`,
          path: `${PLACES.reports}/${file}`,
          maxBytes,
          required: false,
        })),
      ]),
      inputs: [
        this.projectInput(),
        ...[...data].map(([name, bytes]) => ({ path: `in/data/${name}`, bytes })),
      ],
    });
    const found = reports.flatMap(({ file }) => {
      const bytes = result.outputs.get(`report:${file}`);
      return bytes ? [[file, bytes] as const] : [];
    });
    return { model: result.outputs.get('model') ?? null, reports: new Map(found) };
  }

  /** @returns predictions.csv @throws StudentFault @throws CancelledFault */
  async predict(
    model: Buffer | null,
    features: Buffer,
    how: How,
    limits: PhaseLimits = this.input.definition.limits.predict,
  ): Promise<Buffer> {
    const { maxBytes } = this.input.definition.outputs.predictions;
    const result = await this.steps.run({
      phase: 'PREDICT',
      ...how,
      limits: { ...limits, outputBytes: Math.max(limits.outputBytes, maxBytes) },
      job: this.job(
        this.project.predict,
        [{ name: 'predictions', path: PLACES.predictions, maxBytes }],
        model !== null,
      ),
      inputs: [
        this.projectInput(),
        ...(model ? [{ path: 'model.tar', bytes: model }] : []),
        { path: 'in/features.csv', bytes: features },
      ],
    });
    const predictions = result.outputs.get('predictions');
    if (!predictions) throw new GraderFaultError('A predict call ended without its output.');
    return predictions;
  }

  private job(argv: readonly string[], outputs: readonly OutputDeclaration[], hasModel = false): Job {
    const { files, unpackedBytes, train } = this.input.definition.limits;
    // A model may be as large as what train may hand over, an archive as large as what may be unpacked.
    const bytes = Math.max(unpackedBytes, train.outputBytes);
    return {
      kind: 'exec',
      argv,
      env: { HOLDOUT_SEED: String(this.project.seed) },
      cwd: '/work/project',
      unpack: [
        { archive: 'project.tar', to: '/work/project' },
        ...(hasModel ? [{ archive: 'model.tar', to: PLACES.model }] : []),
      ],
      outputs,
      limits: { archiveFiles: files, archiveBytes: bytes, fileBytes: bytes },
    };
  }

  private projectInput(): InputEntry {
    return { path: 'project.tar', bytes: this.project.tar };
  }

  private reportFiles(): { file: string; maxBytes: number }[] {
    const { predictions: _calls, ...reports } = this.input.definition.outputs;
    return Object.values(reports);
  }
}

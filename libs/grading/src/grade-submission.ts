import { createHash } from 'node:crypto';
import { concurrently } from './concurrently.js';
import { CancelledFault, StudentFault } from './faults.js';
import type {
  Graded,
  GradingDeps,
  GradingFacts,
  GradingInput,
  GradingObserver,
  StudentError,
} from './grading.types.js';
import { below, makePlan, type Plan } from './plan.js';
import { prepareProject, type Project } from './project.js';
import { predictionsRejected, score, type Products, type Scored } from './score.js';
import { Steps } from './steps.js';
import { StudentProgram } from './student-program.js';
import { readTar, type TarFiles } from './tar.js';

/**
 * Grade one submission: PREPARE, TRAIN on the public data, PREDICT the public sample with its log, PREDICT hidden rows and
 * probes, retrain on shuffled labels where the run counts, SCORE. Every call runs in a fresh container; labels and student
 * code never meet. Whatever the student's code does is an outcome, not an exception.
 * @throws SandboxUnavailableError when the machine is at fault; safe to try again
 * @throws GraderFaultError when the assignment or its scorer is at fault
 */
export async function gradeSubmission(
  deps: GradingDeps,
  input: GradingInput,
  observer: GradingObserver = {},
): Promise<Graded> {
  const stop = new AbortController();
  const signal = input.signal ? AbortSignal.any([input.signal, stop.signal]) : stop.signal;
  const steps = new Steps(deps, input, observer, signal);
  const grading = new Grading(deps, input, steps, stop, signal);
  const facts = (): GradingFacts => ({
    ...grading.facts,
    phases: steps.finished,
    cpuSeconds: steps.cpuSeconds,
  });
  try {
    const scored = await grading.run();
    return { ...facts(), outcome: 'SCORED', ...scored };
  } catch (error) {
    if (error instanceof StudentFault) return { ...facts(), outcome: 'STUDENT_ERROR', ...error.error };
    if (error instanceof CancelledFault) return { ...facts(), outcome: 'CANCELLED' };
    throw error;
  } finally {
    stop.abort();
  }
}

class Grading {
  readonly facts: { seed: number | null; artifacts: Record<string, string> } = { seed: null, artifacts: {} };

  constructor(
    private readonly deps: GradingDeps,
    private readonly input: GradingInput,
    private readonly steps: Steps,
    private readonly stop: AbortController,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<Scored> {
    const { bundles } = this.input;
    const [publicFiles, hiddenFiles] = await Promise.all([
      readTar(bundles.public),
      bundles.hidden ? readTar(bundles.hidden) : new Map<string, Buffer>(),
    ]);
    const files = { publicFiles, hiddenFiles };
    const planning = makePlan(this.deps, this.input, files, this.signal);
    planning.catch(() => undefined); // awaited below, unless the submission fails before
    try {
      const project = await prepareProject(this.steps, this.input);
      this.facts.seed = project.seed;
      const products = await this.produce(project, below(publicFiles, 'data'), planning);
      return await this.score(files, await planning, products);
    } finally {
      this.stop.abort();
      await planning.catch(() => undefined); // its error was thrown above; only its container must be gone
    }
  }

  private async produce(project: Project, data: TarFiles, planning: Promise<Plan>): Promise<Products> {
    const program = new StudentProgram(this.steps, project, this.input);
    const predictions = new Map<string, Buffer>();
    const permuted = new Map<string, Buffer>();
    const { model, reports } = await program.train(data, {
      label: 'train',
      words: { subject: 'The train command', isVisible: true },
    });
    this.keep('model.tar', model);
    const plan = await planning;
    const predict = async (call: Plan['calls'][number]): Promise<void> => {
      const bytes = await program.predict(model, featuresOf(plan, call.name), {
        label: call.name,
        words: { subject: subjectOf(call), isVisible: call.isVisible },
      });
      predictions.set(call.name, bytes);
      this.keep(`predictions/${call.name}.csv`, bytes);
    };
    // The calls that the student can read about come first: a fault there is the easiest to mend.
    for (const call of plan.calls.filter(({ isVisible }) => isVisible)) await predict(call);
    const deadline = this.retrainDeadline(plan.trainings.length);
    await concurrently(
      this.deps.parallel ?? 1,
      [
        ...plan.calls
          .filter(({ isVisible }) => !isVisible)
          .map((call) => () => asProbe(call.name, predict(call))),
        ...plan.trainings.map((training, index) => async () => {
          const label = `permuted ${index + 1} of ${plan.trainings.length}`;
          permuted.set(
            training.name,
            await asProbe(label, this.retrain(program, plan, training, label, deadline)),
          );
        }),
      ],
      () => this.stop.abort(),
    );
    return { predictions, permuted, reports };
  }

  /** Train on shuffled labels and predict the hidden rows: an honest model then knows nothing. */
  private async retrain(
    program: StudentProgram,
    plan: Plan,
    training: Plan['trainings'][number],
    label: string,
    deadline: () => number,
  ): Promise<Buffer> {
    const { train, predict } = this.input.definition.limits;
    const within = <T extends { wallSeconds: number }>(limits: T): T => ({
      ...limits,
      wallSeconds: Math.max(1, Math.min(limits.wallSeconds, Math.ceil((deadline() - Date.now()) / 1000))),
    });
    const words = (command: string) => ({
      subject: `The ${command} command on shuffled labels`,
      isVisible: false,
    });
    const { model } = await program.train(
      plan.filesOf(training.name),
      { label, words: words('train') },
      within(train),
    );
    return program.predict(
      model,
      featuresOf(plan, training.predicts),
      { label, words: words('predict') },
      within(predict),
    );
  }

  /** The budget runs from the first retraining on. */
  private retrainDeadline(trainings: number): () => number {
    const { limits, probes } = this.input.definition;
    const seconds =
      probes.permutedRetrains?.budgetSeconds ??
      trainings * (limits.train.wallSeconds + limits.predict.wallSeconds);
    let deadline: number | undefined;
    return () => (deadline ??= Date.now() + seconds * 1000);
  }

  private async score(
    files: { publicFiles: TarFiles; hiddenFiles: TarFiles },
    plan: Plan,
    products: Products,
  ): Promise<Scored> {
    const seconds = this.input.definition.limits.score.wallSeconds;
    const scored = await this.steps.track('SCORE', 'score', seconds, async () => {
      const outcome = await score(this.deps, this.input, files, plan, products, this.signal);
      return { value: outcome.scored, usage: outcome.usage };
    });
    if ('status' in scored) throw predictionsRejected(scored);
    return scored;
  }

  private keep(name: string, bytes: Buffer | null): void {
    if (bytes) this.facts.artifacts[name] = createHash('sha256').update(bytes).digest('hex');
  }
}

function featuresOf(plan: Plan, call: string): Buffer {
  const bytes = plan.filesOf(call).get('features.csv');
  if (!bytes) throw new Error(`The plan has no features for ${call}.`);
  return bytes;
}

function subjectOf({ name, isVisible }: Plan['calls'][number]): string {
  if (isVisible) return 'The predict command on the public sample';
  return name === 'hidden'
    ? 'The predict command on hidden rows'
    : 'The predict command on rows in another order and company';
}

/** Failing only on a probe has a reason of its own: the command did work on the rows that count. */
async function asProbe<T>(label: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (label === 'hidden' || !(error instanceof StudentFault)) throw error;
    const probe: StudentError = { ...error.error, reason: 'PROBE_FAILED', code: error.error.reason };
    throw new StudentFault(probe);
  }
}

import { createHash } from 'node:crypto';
import { concurrently } from './concurrently.js';
import type { PhaseLimits } from './assignment-definition.js';
import { gradeDiagram } from './diagram/grade-diagram.js';
import { CancelledFault, GraderFaultError, StudentFault } from './faults.js';
import type {
  Graded,
  GradingDeps,
  GradingFacts,
  GradingInput,
  GradingObserver,
  ProducedFile,
  StudentError,
} from './grading.types.js';
import { givenTo } from './given-to.js';
import { below, chainsOf, makePlan, type Call, type Plan } from './plan.js';
import { prepareProject, type Project } from './project.js';
import { predictionsRejected, score, type Products, type Scored } from './score.js';
import { Steps } from './steps.js';
import { firstCall, StudentProgram, type Given, type Produced } from './student-program.js';
import { readTar, type TarFiles } from './tar.js';

/**
 * Grade one submission: PREPARE, the calls that the template's plan asks for (training on the public data, visible calls with
 * their logs, hidden rows and probes, retraining on shuffled labels where the run counts …), SCORE. Every call runs in a
 * fresh container; labels and student code never meet. A drawing of a diagram has no code: it is compared with its key here.
 * Whatever the student's code does is an outcome, not an exception.
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
  const grading = new Grading(deps, input, steps, observer, stop, signal);
  const facts = (): GradingFacts => ({
    ...grading.facts,
    // In the order in which they started; those that ran side by side end in any order.
    phases: steps.finished.toSorted((a, b) => a.position - b.position),
    cpuSeconds: steps.cpuSeconds,
    gpuSeconds: steps.gpuSeconds,
    gpus: steps.gpus,
  });
  try {
    const { diagram } = input.definition;
    const scored = await (diagram ? gradeDiagram(steps, input, diagram) : grading.run());
    return { ...facts(), outcome: 'SCORED', ...scored };
  } catch (error) {
    // A run that ends early leaves nothing behind; containers of a scored run are removed in spare time. A drawing used
    // none.
    if (!input.definition.diagram) await deps.sandbox.removeUsed(input.runId);
    if (error instanceof StudentFault) return { ...facts(), outcome: 'STUDENT_ERROR', ...error.error };
    if (error instanceof CancelledFault) return { ...facts(), outcome: 'CANCELLED' };
    throw error;
  } finally {
    stop.abort();
  }
}

class Grading {
  readonly facts: Pick<GradingFacts, 'sources' | 'seed' | 'validation'> & {
    produced: ProducedFile[];
  } = {
    seed: null,
    validation: null,
    produced: [],
    sources: [],
  };

  constructor(
    private readonly deps: GradingDeps,
    private readonly input: GradingInput,
    private readonly steps: Steps,
    private readonly observer: GradingObserver,
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
      this.facts.sources = project.files;
      this.facts.validation = project.validation;
      const products = await this.produce(project, below(publicFiles, 'data'), planning);
      return await this.score(files, await planning, products);
    } finally {
      this.stop.abort();
      await planning.catch(() => undefined); // its error was thrown above; only its container must be gone
    }
  }

  /**
   * Runs every call: first the training, while the plan is made, then the calls that the student can read about, then the
   * rest.
   */
  private async produce(project: Project, data: TarFiles, planning: Promise<Plan>): Promise<Products> {
    const program = new StudentProgram(this.steps, project, this.input);
    const products = new Map<string, Produced>();
    const run = async (call: Call, given: Given, seconds?: number): Promise<void> => {
      const produced = await program.run(call, given, this.limitsOf(call, seconds));
      products.set(call.name, produced);
      if (produced.model) this.keep(call, 'model.tar', produced.model);
      for (const [file, bytes] of produced.files) this.keep(call, file, bytes);
    };
    const first = firstCall(this.input.definition);
    if (first) await run(first, { inputs: new Map(), data, model: null });
    const plan = await planning;
    const follow = (call: Call, seconds?: number): Promise<void> =>
      run(call, givenTo(call, plan, products, data), seconds);
    // Visible calls come first, because an error there is the easiest to fix.
    for (const call of plan.calls.filter(({ visible }) => visible)) await follow(call);
    const secondsLeft = this.budgets(plan);
    await concurrently(
      this.deps.parallel ?? 1,
      chainsOf(plan.calls.filter(({ visible }) => !visible)).map((chain) => async () => {
        for (const call of chain) await asProbe(call, follow(call, secondsLeft(call)));
      }),
      // A program that fails on hidden rows also fails on probes of them, and the hidden rows explain better why the run
      // ended.
      { stop: () => this.stop.abort(), givesWay: isProbeFailure },
    );
    return products;
  }

  /** @param seconds what is left of the group's budget */
  private limitsOf(call: Call, seconds = Infinity): PhaseLimits {
    const { archiveBytes: _a, unpackedBytes: _u, files: _f, ...phases } = this.input.definition.limits;
    const limits = new Map(Object.entries(phases)).get(call.limits);
    if (!limits)
      throw new GraderFaultError(`The assignment has no limits "${call.limits}" for ${call.name}.`);
    return { ...limits, wallSeconds: Math.max(1, Math.min(limits.wallSeconds, Math.ceil(seconds))) };
  }

  /** The seconds left for a call's group. A group's budget starts with its first call. */
  private budgets({ calls, groups }: Plan): (call: Call) => number | undefined {
    const deadlines = new Map<string, number>();
    return ({ group }) => {
      if (group === undefined) return undefined;
      const seconds =
        groups[group]?.budgetSeconds ??
        calls
          .filter((call) => call.group === group)
          .reduce((sum, call) => sum + this.limitsOf(call).wallSeconds, 0);
      // A monotonic clock: a jump of the time of day would cut a student's program short.
      const deadline = deadlines.get(group) ?? performance.now() + seconds * 1000;
      deadlines.set(group, deadline);
      return (deadline - performance.now()) / 1000;
    };
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

  private keep({ name, phase, visible, probe }: Call, file: string, bytes: Buffer): void {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const produced = { name: `${name}/${file}`, phase, digest, bytes, isVisible: visible, isProbe: probe };
    this.facts.produced.push(produced);
    this.observer.produced?.(produced);
  }
}

const isProbeFailure = (error: unknown): boolean =>
  error instanceof StudentFault && error.error.reason === 'PROBE_FAILED';

/** A failure on a probe alone has a reason of its own, because the command did work on the rows that count. */
async function asProbe<T>(call: Call, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!call.probe || !(error instanceof StudentFault)) throw error;
    const probe: StudentError = { ...error.error, reason: 'PROBE_FAILED', code: error.error.reason };
    throw new StudentFault(probe);
  }
}

import type { PhaseName } from '@holdout/domain';
import {
  SandboxUnavailableError,
  type ContainerLabels,
  type ContainerResult,
  type ContainerSpec,
  type GpuDevice,
  type GpuLease,
  type Job,
} from '@holdout/sandbox';
import type { PhaseLimits } from './assignment-definition.js';
import { CancelledFault, StudentFault } from './faults.js';
import type {
  GradingDeps,
  GradingInput,
  GradingObserver,
  PhaseEnd,
  PhaseStart,
  PhaseUsage,
  StudentError,
} from './grading.types.js';
import { CPU_IMAGE, GPU_IMAGE, requiredImage } from './required-image.js';
import { usageOf } from './scorer-command.js';
import { runService, type ServiceSpec } from './serve.js';
import { serviceErrorOf, studentErrorOf, type StepWords } from './student-error.js';

export interface StudentStep {
  phase: PhaseName;
  label: string;
  words: StepWords;
  limits: PhaseLimits;
  /** @default the assignment's */
  image?: string;
  job: Job;
  inputs: ContainerSpec['inputs'];
  /** True when no student code runs: unpacking. */
  isTrusted?: boolean;
  /** How the step failed. @default by the rules for students' programs */
  judge?: (result: ContainerResult, phase: PhaseStart) => StudentError | null;
}

/** Runs the steps of one run, reports each to the observer, and adds up what they used. */
export class Steps {
  readonly finished: (PhaseStart & PhaseEnd)[] = [];
  private position = 0;
  private readonly running = new Set<PhaseStart>();
  private readonly gpusUsed = new Map<string, GpuDevice>();

  constructor(
    private readonly deps: GradingDeps,
    private readonly input: Pick<GradingInput, 'runId' | 'organizationId' | 'correlationId' | 'definition'>,
    private readonly observer: GradingObserver,
    private readonly signal: AbortSignal,
  ) {}

  /** User and system time; wall time where a container told neither. Seconds. */
  get cpuSeconds(): number {
    return this.finished.reduce((sum, { usage }) => {
      const { userSeconds, systemSeconds, wallMs } = usage;
      return sum + (userSeconds === undefined ? wallMs / 1000 : userSeconds + (systemSeconds ?? 0));
    }, 0);
  }

  get gpuSeconds(): number {
    return this.finished.reduce((sum, { usage }) => sum + (usage.gpuSeconds ?? 0), 0);
  }

  /** Each once, however often it was leased. */
  get gpus(): GpuDevice[] {
    return [...this.gpusUsed.values()];
  }

  /**
   * Run one step with a student's bytes in it.
   * @throws StudentFault when the student's code or files are at fault
   * @throws CancelledFault
   */
  async run(step: StudentStep): Promise<ContainerResult> {
    const lease = await this.leaseFor(step);
    try {
      return await this.runWith(lease?.devices ?? [], step);
    } catch (error) {
      // The run is tried again. It must not fail the same way until somebody starts the worker anew.
      if (lease && error instanceof SandboxUnavailableError) this.deps.gpus?.doubt?.();
      throw error;
    } finally {
      await lease?.release();
    }
  }

  private runWith(devices: readonly GpuDevice[], step: StudentStep): Promise<ContainerResult> {
    const image = this.imageOf(
      imageFor(step.image ?? this.input.definition.image, devices, this.deps.images),
    );
    return this.track(step.phase, step.label, step.limits.wallSeconds, async (phase) => {
      const result = await this.deps.sandbox.run(
        {
          image,
          trusted: step.isTrusted ?? false,
          job: step.job,
          inputs: step.inputs,
          limits: step.limits,
          labels: this.labelsOf(step),
          ...(devices.length > 0 && { gpuDeviceIds: devices.map(({ id }) => id) }),
          signal: this.signal,
        },
        step.words.isVisible ? { onLog: (chunk) => this.observer.log?.(phase, chunk) } : {},
      );
      if (result.outcome.kind === 'cancelled') throw new CancelledFault();
      const error = step.judge
        ? step.judge(result, phase)
        : studentErrorOf(result, phase, step.words, step.limits);
      return {
        value: result,
        usage: { ...shownUsage(result, step), ...this.gpuUsage(devices, result) },
        error,
      };
    });
  }

  /** Waits for the GPUs that a step may have, before its time begins. Null where this worker has none to give. */
  private async leaseFor({ limits }: StudentStep): Promise<GpuLease | null> {
    const { gpus } = this.deps;
    if (!limits.gpus || !gpus || gpus.devices.length < limits.gpus) return null;
    try {
      return await gpus.lease(limits.gpus, this.signal);
    } catch (error) {
      if (this.signal.aborted) throw new CancelledFault();
      throw error;
    }
  }

  private gpuUsage(devices: readonly GpuDevice[], { wallMs }: ContainerResult): { gpuSeconds?: number } {
    if (devices.length === 0) return {};
    for (const device of devices) this.gpusUsed.set(device.id, device);
    return { gpuSeconds: (wallMs / 1000) * devices.length };
  }

  /**
   * Run a student's service until the platform's driver has asked it everything. The result is the driver's.
   * @throws StudentFault when the service ends by itself or outlives its time
   * @throws CancelledFault
   */
  async serve(
    step: StudentStep,
    trusted: Pick<ServiceSpec['trusted'], 'driver' | 'inputs' | 'outputs'>,
  ): Promise<ContainerResult> {
    const image = this.imageOf(step.image ?? this.input.definition.image);
    return this.track(step.phase, step.label, step.limits.wallSeconds, async (phase) => {
      const { student, driver } = await runService(this.deps.sandbox, {
        labels: this.labelsOf(step),
        student: { image, job: step.job, inputs: step.inputs, limits: step.limits },
        trusted: { ...trusted, image: this.imageOf('scorer') },
        signal: this.signal,
        ...(step.words.isVisible && { onLog: (chunk: Buffer) => this.observer.log?.(phase, chunk) }),
      });
      if (student.outcome.kind === 'cancelled') throw new CancelledFault();
      const error = serviceErrorOf(student, phase, step.words, step.limits);
      if (error) return { value: student, usage: shownUsage(student, step), error };
      if (!driver) throw new SandboxUnavailableError('The load driver ended without a report.');
      return { value: driver, usage: shownUsage(student, step), error: null };
    });
  }

  private labelsOf(step: StudentStep): ContainerLabels {
    const { runId, organizationId, correlationId } = this.input;
    return { runId, organizationId, correlationId, phase: phaseLabel(step) };
  }

  private imageOf(name: string): string {
    return requiredImage(this.deps.images, name);
  }

  /** Report a step around any work. The work's fault decides the step's status. */
  async track<T>(
    name: PhaseName,
    label: string,
    limitSeconds: number,
    work: (
      phase: PhaseStart,
    ) => Promise<{ value: T; usage: PhaseUsage; error?: StudentFault['error'] | null }>,
  ): Promise<T> {
    if (this.signal.aborted) throw new CancelledFault();
    const phase: PhaseStart = { position: this.position++, name, label, limitSeconds, startedAt: new Date() };
    const begun = performance.now();
    this.observer.phaseStarted?.(phase);
    this.running.add(phase);
    try {
      const { value, usage, error } = await work(phase);
      this.end(phase, error ? 'FAILED' : 'SUCCEEDED', usage);
      if (error) throw new StudentFault(error);
      return value;
    } catch (error) {
      if (this.running.has(phase)) {
        const wallMs = Math.round(performance.now() - begun);
        this.end(phase, error instanceof CancelledFault ? 'CANCELLED' : 'FAILED', { wallMs, warm: false });
      }
      throw error;
    }
  }

  private end(phase: PhaseStart, status: PhaseEnd['status'], usage: PhaseUsage): void {
    const end: PhaseEnd = { status, endedAt: new Date(), usage };
    this.running.delete(phase);
    this.finished.push({ ...phase, ...end });
    this.observer.phaseEnded?.(phase, end);
  }
}

/** With what was taken over time, unless the phase is hidden: by that a program could tell of the rows it reads. */
function shownUsage(result: ContainerResult, { words }: StudentStep): PhaseUsage {
  const { samples } = result.usage;
  return { ...usageOf(result), ...(words.isVisible && samples && { samples }) };
}

/** With a device the image's CUDA build, where this worker has one: the same libraries, able to use it. */
function imageFor(
  name: string,
  devices: readonly GpuDevice[],
  images: Readonly<Record<string, string>>,
): string {
  return devices.length > 0 && name === CPU_IMAGE && images[GPU_IMAGE] ? GPU_IMAGE : name;
}

function phaseLabel({ phase, label }: StudentStep): string {
  return `${phase.toLowerCase()}-${label.replaceAll(' ', '-')}`;
}

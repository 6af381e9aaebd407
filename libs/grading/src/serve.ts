import type { ContainerLabels, ContainerResult, ContainerSpec, Job, RunIo, Sandbox } from '@holdout/sandbox';
import type { PhaseLimits } from './assignment-definition.js';

const MIB = 1024 * 1024;
/** Names of the containers on the run's network. */
const STUDENT = 'student';
const TRIVIAL = 'trivial';
const DRIVER = 'driver';

/** A service of a student's, and the driver that is to ask it. */
export interface ServiceSpec {
  labels: ContainerLabels;
  student: { image: string; job: Job; inputs: ContainerSpec['inputs']; limits: PhaseLimits };
  /** The platform's own programs: the load driver, and the service that the student's is compared with. */
  trusted: {
    image: string;
    driver: string;
    inputs: ContainerSpec['inputs'];
    outputs: NonNullable<Job['outputs']>;
  };
  signal?: AbortSignal;
  /** The student's log. */
  onLog?: (chunk: Buffer) => void;
}

export interface Served {
  student: ContainerResult;
  /** Null when the student's service ended by itself: nobody was left to ask. */
  driver: ContainerResult | null;
}

/**
 * Start a student's service, a trivial one with the same limits, and the driver on a private network without a route out;
 * wait for the driver; remove everything. The driver's outputs are its own, so a student cannot write them.
 * @throws SandboxUnavailableError when the machine is at fault
 */
export async function runService(sandbox: Sandbox, spec: ServiceSpec): Promise<Served> {
  const network = await sandbox.createNetwork(spec.labels);
  const stop = new AbortController();
  const leave = new AbortController();
  const start = (alias: string, container: Omit<ContainerSpec, 'labels' | 'network'>, io: RunIo = {}) => {
    const begun = Promise.withResolvers<void>();
    const ended = sandbox.run(
      {
        ...container,
        labels: { ...spec.labels, phase: `${spec.labels.phase}-${alias}` },
        network: { id: network.id, alias },
        ...(spec.signal && { signal: spec.signal }),
      },
      { ...io, onBegin: () => begun.resolve() },
    );
    ended.catch(() => undefined).finally(() => begun.resolve()); // the error is thrown where `ended` is awaited
    return { begun: begun.promise, ended };
  };
  const { image, driver, inputs, outputs } = spec.trusted;
  const student = start(
    STUDENT,
    { ...spec.student, trusted: false, stop: stop.signal },
    spec.onLog && { onLog: spec.onLog },
  );
  const limits = spec.student.limits;
  const trivial = start(TRIVIAL, {
    image,
    trusted: true,
    job: program(TRIVIAL),
    inputs: [],
    limits,
    stop: stop.signal,
  });
  let driving: Promise<ContainerResult> | undefined;
  try {
    await Promise.all([student.begun, trivial.begun]); // names are found once their containers are there
    driving = start(DRIVER, {
      image,
      trusted: true,
      job: program(driver, outputs),
      inputs,
      limits: { ...limits, outputBytes: Math.max(MIB, ...outputs.map(({ maxBytes }) => maxBytes)) },
      stop: leave.signal,
    }).ended;
    const first = await Promise.race([
      driving.then(() => DRIVER),
      student.ended.then(() => STUDENT),
      trivial.ended.then(() => TRIVIAL),
    ]);
    if (first !== DRIVER) leave.abort();
    const driven = await driving;
    stop.abort();
    const [result] = await Promise.all([student.ended, trivial.ended]);
    return { student: result, driver: driven.outcome.kind === 'exited' ? driven : null };
  } finally {
    stop.abort();
    leave.abort();
    await Promise.allSettled([student.ended, trivial.ended, driving]);
    await sandbox.removeNetwork(network);
  }
}

function program(name: string, outputs: NonNullable<Job['outputs']> = []): Job {
  return { kind: 'exec', argv: ['python3', '-I', '-m', 'holdout_driver', name], cwd: '/work', outputs };
}

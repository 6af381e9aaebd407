import { setTimeout as sleep } from 'node:timers/promises';
import { SandboxUnavailableError } from '../errors.js';
import { CappedLog } from '../protocol/capped-log.js';
import { LogEnd } from '../protocol/log-end.js';
import { encodeFrame, ProtocolError } from '../protocol/frames.js';
import { inputFrames } from '../protocol/inputs.js';
import { exitMessage, type ExitMessage } from '../protocol/messages.js';
import { OutputCollector, parseJson } from '../protocol/outputs.js';
import type { ContainerOutcome, ContainerResult, ContainerSpec, RunIo } from '../sandbox.js';
import { fixedEnvironment } from './container-options.js';
import type { ContainerListener, LiveContainer } from './live-container.js';

/** A time limit of its own, because unpacking inputs and sending outputs is the supervisor's work, not the program's. */
const TRANSFER_MS = 60_000;
/**
 * Stdout and stderr are separate pipes, so much of the log may arrive after the EXIT frame. The log counts as ended once
 * nothing has arrived for this long.
 */
const LOG_TAIL_MS = 1_000;
/** The supervisor's own exit statuses, see graders/images/supervisor. */
const PEER_GONE = 75;
const SIGKILLED = 137;

type Ending =
  | { kind: 'exit'; message: ExitMessage }
  | { kind: 'closed' }
  | { kind: 'timed-out' | 'output-flood' | 'cancelled' | 'stopped' }
  | { kind: 'protocol-error'; detail: string };

/** A time of day to show, and a monotonic reading to measure with, because the time of day may jump. */
interface Moment {
  at: Date;
  ms: number;
}

const moment = (): Moment => ({ at: new Date(), ms: performance.now() });

/** One job in one container: sends it, follows it, and names how it ended. */
export class JobSession implements ContainerListener {
  private readonly collector: OutputCollector;
  private readonly log: CappedLog;
  private readonly logEnd: LogEnd;
  private readonly ended: Promise<Ending>;
  private end!: (ending: Ending) => void;
  private readonly logComplete: Promise<void>;
  private completeLog!: () => void;
  private timer: NodeJS.Timeout | undefined;
  private began: Moment | null = null;
  private programEnded: Moment | null = null;

  constructor(
    private readonly container: LiveContainer,
    private readonly spec: ContainerSpec,
    private readonly io: RunIo,
    private readonly isWarm: boolean,
  ) {
    const outputs = spec.job.kind === 'prepare' ? prepareOutputs(spec) : declaredOutputs(spec);
    this.collector = new OutputCollector(outputs, spec.limits.outputBytes);
    this.log = new CappedLog(spec.limits.logBytes, (chunk) => this.io.onLog?.(chunk));
    this.logEnd = new LogEnd((chunk) => this.log.push(chunk));
    this.ended = new Promise((resolve) => (this.end = resolve));
    this.logComplete = new Promise((resolve) => (this.completeLog = resolve));
  }

  /**
   * Run the job to its end. The container is left for the caller to remove.
   * @throws SandboxUnavailableError when the engine, not the job, is at fault
   */
  async run(startedAt: Date): Promise<ContainerResult> {
    const { signal, stop } = this.spec;
    const cancel = (): void => this.end({ kind: 'cancelled' });
    const halt = (): void => this.end({ kind: 'stopped' });
    stop?.addEventListener('abort', halt, { once: true });
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
    else if (stop?.aborted) halt();
    try {
      this.container.listen(this);
      this.limit(TRANSFER_MS + this.spec.limits.wallSeconds * 1000);
      const sending = this.send();
      const ending = await Promise.race([this.ended, sending.then(() => this.ended)]);
      const ended = this.programEnded ?? moment();
      const outcome = await this.judge(ending);
      this.logEnd.flush();
      return this.result(ending, outcome, startedAt, ended);
    } finally {
      clearTimeout(this.timer);
      signal?.removeEventListener('abort', cancel);
      stop?.removeEventListener('abort', halt);
    }
  }

  onFrame(type: string, payload: Buffer): void {
    if (type === 'B' && !this.began) {
      this.began = moment();
      this.io.onBegin?.(this.began.at);
      this.limit(this.spec.limits.wallSeconds * 1000);
    } else if (type === 'O') {
      this.endProgram();
      this.collector.begin(payload);
    } else if (type === 'D') {
      this.collector.data(payload);
    } else if (type === 'X') {
      this.endProgram();
      const message = parseJson(payload, exitMessage);
      this.collector.requireComplete();
      this.end({ kind: 'exit', message });
    } else {
      throw new ProtocolError('A frame of an unexpected type arrived.');
    }
  }

  onLog(chunk: Buffer): void {
    this.logEnd.push(chunk);
    if (this.logEnd.isReached) this.completeLog();
    if (!this.log.isFlood) return;
    this.completeLog();
    this.end({ kind: 'output-flood' });
  }

  onBroken(error: ProtocolError): void {
    this.end({ kind: 'protocol-error', detail: error.message });
  }

  onClosed(): void {
    this.completeLog();
    this.end({ kind: 'closed' });
  }

  private async send(): Promise<void> {
    const { job, limits } = this.spec;
    const message = {
      cwd: '/work/project',
      ...job,
      env: { ...fixedEnvironment(limits.cpus), ...job.env },
    };
    let isOver = false;
    void this.ended.then(() => (isOver = true));
    await this.container.write(encodeFrame('J', Buffer.from(JSON.stringify(message))));
    for await (const frame of inputFrames(this.spec.inputs)) {
      if (isOver) return;
      await this.container.write(frame);
    }
  }

  private limit(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end({ kind: 'timed-out' }), milliseconds);
  }

  private endProgram(): void {
    if (this.programEnded) return;
    this.programEnded = moment();
    this.limit(TRANSFER_MS);
  }

  private async judge(ending: Ending): Promise<ContainerOutcome> {
    if (ending.kind === 'exit') {
      await this.readLog();
      // The program ended before it was known how much it had printed.
      if (!this.log.isFlood) return this.judgeExit(ending.message);
      this.container.disconnect();
      return { kind: 'output-flood' };
    }
    if (ending.kind === 'closed') return this.judgeClosed();
    // Stop reading, so that the engine can kill the container; the caller removes it.
    this.container.disconnect();
    return ending;
  }

  /** Reads until the log's end has come, or nothing more arrives. */
  private async readLog(): Promise<void> {
    let isComplete = false;
    for (let known = -1; !isComplete && known !== this.log.seenBytes;) {
      known = this.log.seenBytes;
      isComplete = await Promise.race([
        this.logComplete.then(() => true),
        sleep(LOG_TAIL_MS, false, { ref: false }),
      ]);
    }
  }

  private async judgeExit({ exitCode, signal, usage, rejection }: ExitMessage): Promise<ContainerOutcome> {
    const failed = exitCode !== 0 && !(exitCode === null && rejection);
    if (failed && (usage.oomKills ?? 0) > 0) return { kind: 'out-of-memory' };
    if (failed && signal === 9 && usage.oomKills === undefined) {
      this.container.disconnect(); // the supervisor stays until its input ends
      if ((await this.container.endState())?.oomKilled) return { kind: 'out-of-memory' };
    }
    return { kind: 'exited', exitCode: exitCode ?? (signal ? 128 + signal : 0) };
  }

  /** No EXIT frame: the supervisor died, or the engine dropped the connection. Only the engine can tell. */
  private async judgeClosed(): Promise<ContainerOutcome> {
    const state = await this.container.endState();
    if (state?.oomKilled) return { kind: 'out-of-memory' };
    if (!state || state.running || state.exitCode === PEER_GONE) {
      throw new SandboxUnavailableError('The connection to a container was lost before its job ended.');
    }
    if (state.exitCode === SIGKILLED) {
      // Nothing inside can kill PID 1, so someone outside did, or the engine missed the kernel's out-of-memory kill.
      throw new SandboxUnavailableError('A container was killed from outside before its job ended.');
    }
    return {
      kind: 'protocol-error',
      detail: `The container ended with status ${state.exitCode} and no result.`,
    };
  }

  private result(ending: Ending, outcome: ContainerOutcome, startedAt: Date, ended: Moment): ContainerResult {
    const message = ending.kind === 'exit' ? ending.message : undefined;
    return {
      outcome,
      rejection: message?.rejection ?? null,
      error: message?.error ?? null,
      outputs: message ? this.collector.outputs : new Map<string, Buffer>(),
      usage: message?.usage ?? {},
      startedAt,
      beganAt: this.began?.at ?? null,
      endedAt: ended.at,
      wallMs: this.began ? Math.round(ended.ms - this.began.ms) : 0,
      logTruncated: this.log.isTruncated,
      warm: this.isWarm,
    };
  }
}

function declaredOutputs(spec: ContainerSpec): Map<string, number> {
  return new Map((spec.job.outputs ?? []).map(({ name, maxBytes }) => [name, maxBytes]));
}

/** PREPARE has two outputs of its own. */
function prepareOutputs(spec: ContainerSpec): Map<string, number> {
  return new Map([
    ['manifest', spec.limits.outputBytes],
    ['project', spec.limits.outputBytes],
  ]);
}

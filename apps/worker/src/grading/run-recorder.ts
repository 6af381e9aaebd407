import { StringDecoder } from 'node:string_decoder';
import type { PhaseName } from '@holdout/domain';
import { appendLog, endPhase, startPhase, type Database, type Tx } from '@holdout/db';
import type { GradingObserver, PhaseEnd, PhaseStart } from '@holdout/grading';

const FLUSH_MS = 250;
const CHUNK_CHARACTERS = 64 * 1024;
/** For all visible phases of an attempt together. Each container's log has its own limit too. */
const LOG_CHARACTERS = 1024 * 1024;

export interface RecordedRun {
  runId: string;
  organizationId: string;
  claimToken: string;
  attempt: number;
}

/**
 * Writes phases and log lines while the run continues, one write after another, without slowing down grading. The first
 * failed write stops the recording and is reported once.
 */
export class RunRecorder implements GradingObserver {
  private tail: Promise<void> = Promise.resolve();
  private failure: { error: unknown } | null = null;
  private readonly phaseIds = new Map<number, string>();
  private pending: { phase: PhaseName; decoder: StringDecoder; text: string } | null = null;
  private timer: NodeJS.Timeout | null = null;
  private sequence = 0;
  private written = 0;

  constructor(
    private readonly database: Pick<Database, 'inTenant'>,
    private readonly run: RecordedRun,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  phaseStarted(phase: PhaseStart): void {
    this.enqueue(async () => {
      const { position, name, label, limitSeconds, startedAt } = phase;
      const row = { ...this.run, position, name, label, limitSeconds, startedAt };
      this.phaseIds.set(position, await this.write((tx) => startPhase(tx, row)));
    });
  }

  phaseEnded(phase: PhaseStart, { status, endedAt, usage }: PhaseEnd): void {
    this.flush();
    this.pending = null;
    this.enqueue(async () => {
      const phaseId = this.phaseIds.get(phase.position);
      if (!phaseId) return;
      const { runId, claimToken } = this.run;
      const { warm, ...measured } = usage;
      const known = Object.entries({ ...measured, warm: warm ? 1 : 0 }).filter(
        ([, value]) => value !== undefined,
      );
      await this.write((tx) =>
        endPhase(tx, {
          runId,
          claimToken,
          phaseId,
          status,
          endedAt,
          usage: Object.fromEntries(known),
        }),
      );
    });
  }

  log(phase: PhaseStart, chunk: Buffer): void {
    if (this.written >= LOG_CHARACTERS) return;
    this.pending ??= { phase: phase.name, decoder: new StringDecoder('utf8'), text: '' };
    // A chunk may end in the middle of a character. The decoder keeps its first bytes for the next chunk.
    const text = this.pending.decoder.write(chunk);
    this.written += text.length;
    this.pending.text += this.written < LOG_CHARACTERS ? text : `${text}\n[log cut here]\n`;
    if (this.pending.text.length >= CHUNK_CHARACTERS) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), FLUSH_MS);
  }

  /** Waits until everything is written. @throws the error of the first write that failed */
  async drain(): Promise<void> {
    this.flush();
    await this.tail;
    if (this.failure) throw this.failure.error;
  }

  private flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (!this.pending?.text) return;
    const { phase, text } = this.pending;
    this.pending.text = '';
    for (let start = 0; start < text.length; start += CHUNK_CHARACTERS) {
      const chunk = {
        ...this.run,
        phase,
        sequence: this.sequence++,
        text: text.slice(start, start + CHUNK_CHARACTERS),
      };
      this.enqueue(() => this.write((tx) => appendLog(tx, chunk)));
    }
  }

  private enqueue(write: () => Promise<void>): void {
    this.tail = this.tail.then(async () => {
      if (this.failure) return;
      try {
        await write();
      } catch (error) {
        this.failure = { error };
        this.onFailure(error);
      }
    });
  }

  private write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant({ organizationId: this.run.organizationId, userId: null }, work);
  }
}

import type { LogChunk, Phase, Run } from '../api/run.js';
import { duration, plainText } from './format.js';
import type { Screen } from './screen.js';

/** Tells a run as it goes on: its place in the queue, each phase once when it begins and once when it ends, and its log. */
export class RunProgress {
  private readonly told = new Map<string, Phase['status']>();
  private queueLine = '';
  private logStart = true;
  private isCancelTold = false;

  constructor(private readonly screen: Screen) {}

  get isLogShown(): boolean {
    return !this.screen.isJson;
  }

  changed(run: Run): void {
    if (run.isCancelRequested && !this.isCancelTold && run.status !== 'FINISHED') {
      this.isCancelTold = true;
      this.line('Cancelling.');
    }
    if (run.status === 'QUEUED') this.tellQueue(run);
    for (const phase of run.phases.toSorted((a, b) => a.attempt - b.attempt || a.position - b.position))
      this.phase(phase);
  }

  logged({ text }: LogChunk): void {
    this.log(text);
  }

  /** A piece of the program's output; pieces may end in the middle of a line. */
  log(text: string): void {
    const clean = plainText(text);
    if (this.screen.isJson || clean === '') return;
    const prefixed = clean.replace(/^/gm, '  | ');
    const joined = this.logStart ? prefixed : prefixed.slice('  | '.length);
    const endsLine = clean.endsWith('\n');
    this.logStart = endsLine;
    this.screen.stderr.write(this.screen.style.dim(endsLine ? joined.slice(0, -'  | '.length) : joined));
  }

  disconnected(): void {
    this.line('The connection was lost. Trying again; the run goes on meanwhile.');
  }

  /** End a log line that the program left open. */
  finish(): void {
    if (!this.logStart) this.screen.stderr.write('\n');
    this.logStart = true;
  }

  private tellQueue({ queue }: Run): void {
    if (!queue) return;
    const eta = queue.etaSeconds === null ? '' : `, starts in about ${duration(queue.etaSeconds * 1000)}`;
    const line = queue.position <= 1 ? `Queued: next${eta}` : `Queued: number ${queue.position}${eta}`;
    if (line !== this.queueLine) this.line(line);
    this.queueLine = line;
  }

  /** A phase began or ended. */
  phase(phase: Phase): void {
    if (this.told.get(phase.id) === phase.status) return;
    const wasTold = this.told.has(phase.id);
    this.told.set(phase.id, phase.status);
    if (phase.status !== 'RUNNING')
      return this.line(
        `${mark(this.screen, phase.status)} ${title(phase).padEnd(28)} ${ending(phase)}`.trimEnd(),
      );
    // Where lines stay, a phase is worth a line when it ends; a person watching wants to know what runs now.
    if (!wasTold && this.screen.isLive)
      this.line(
        this.screen.style.dim(
          `\u00b7 ${title(phase).padEnd(28)} up to ${duration(phase.limitSeconds * 1000)}`,
        ),
      );
  }

  private line(text: string): void {
    this.finish();
    this.screen.note(text);
  }
}

function title({ name, label }: Phase): string {
  const word = `${name.charAt(0)}${name.slice(1).toLowerCase()}`;
  return label && label.toLowerCase() !== name.toLowerCase() ? `${word}: ${plainText(label)}` : word;
}

function ending({ status, wallMs }: Phase): string {
  const time = wallMs === null ? '' : duration(wallMs);
  return status === 'SUCCEEDED' ? time : `${status.toLowerCase()}${time ? ` after ${time}` : ''}`;
}

function mark({ style }: Screen, status: Phase['status']): string {
  if (status === 'SUCCEEDED') return style.green('\u2713');
  return status === 'FAILED' ? style.red('\u2717') : style.yellow('-');
}

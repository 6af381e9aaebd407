import { sizeText } from '@holdout/domain';
import { SingleBar, type Options } from 'cli-progress';
import type { Screen } from './screen.js';

/** A bar while an archive is sent; on a screen that is not live, one line when it has arrived. */
export class UploadProgress {
  private bar: SingleBar | undefined;
  private total = 0;

  constructor(private readonly screen: Screen) {}

  /** @param sent bytes; @param total bytes */
  update(sent: number, total: number): void {
    this.total = total;
    if (!this.screen.isLive) return;
    this.bar ??= this.start(total);
    this.bar.update(sent, { sent: sizeText(sent), whole: sizeText(total) });
  }

  /** The archive has arrived, whole. */
  finish(): void {
    if (this.bar) this.update(this.total, this.total);
    this.stop();
    this.screen.note(this.screen.style.dim(`Uploaded ${sizeText(this.total)}.`));
  }

  /** Leave the line as it is: the upload ended early. */
  stop(): void {
    this.bar?.stop();
    this.bar = undefined;
  }

  private start(total: number): SingleBar {
    const options: Options = {
      format: 'Uploading  {bar}  {percentage} %  {sent} of {whole}',
      barCompleteChar: '\u2501',
      barIncompleteChar: '\u2500',
      barsize: 32,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    };
    const bar = new SingleBar(options);
    bar.start(total, 0, { sent: sizeText(0), whole: sizeText(total) });
    return bar;
  }
}

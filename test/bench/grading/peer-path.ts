import { once } from 'node:events';
import { PassThrough, type Duplex } from 'node:stream';
import Docker from 'dockerode';
import type { GradingPath, Timing } from './paths.js';

/** The student's two commands and the scorer, one after the other in one container that sees everything. */
const SCRIPT = `set -e
mkdir -p /tmp/w/in /tmp/w/out /tmp/m && cd /grading/project
echo "began $(date +%s%3N)"
python3 train.py /grading/in/public/data /tmp/m /tmp/m
python3 predict.py /tmp/m /grading/features.csv /tmp/predictions.csv
echo "ended $(date +%s%3N)"
cd /tmp/w && cp -r /grading/in . && cp /tmp/predictions.csv in/outputs/hidden/predictions.csv
python3 -m holdout_scorer score && cat out/result.json`;

/**
 * What other graders do: create, attach, start, wait, inspect and remove one container with bind mounts, without hardening.
 * The scorer is ours, with the same data; predictions on the sample and on the probe are given to it ready-made.
 */
export class PeerPath implements GradingPath {
  private readonly docker = new Docker();

  private readonly image: string;
  private readonly folder: string;

  /** @param folder holds `project/`, `features.csv` and the scorer's `in/` */
  constructor(image: string, folder: string) {
    this.image = image;
    this.folder = folder;
  }

  async grade(): Promise<Timing> {
    const started = performance.now();
    const container = await this.docker.createContainer({
      Image: this.image,
      Entrypoint: ['sh', '-c', SCRIPT],
      Cmd: [],
      User: '0:0',
      Tty: false,
      HostConfig: { Binds: [`${this.folder}:/grading:ro`] },
    });
    const stream = (await container.attach({ stream: true, stdout: true, stderr: true })) as Duplex;
    const output = new PassThrough();
    this.docker.modem.demuxStream(stream, output, output);
    const chunks: Buffer[] = [];
    output.on('data', (chunk: Buffer) => void chunks.push(chunk));
    const ended = once(stream, 'end');
    await container.start();
    await container.wait();
    const { State: state } = await container.inspect();
    await ended;
    await container.remove();
    const totalMs = performance.now() - started;
    const text = Buffer.concat(chunks).toString('utf8');
    const at = (mark: string): number => Number(new RegExp(`${mark} (\\d+)`).exec(text)?.[1]);
    if (state.ExitCode !== 0 || !text.includes('"SCORED"'))
      throw new Error(`The peer's grading failed:\n${text}`);
    return { totalMs, studentMs: at('ended') - at('began') };
  }
}

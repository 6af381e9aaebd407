import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { GradingPath, Timing } from './paths.js';

const COMMANDS =
  'mkdir -p /tmp/m && python3 train.py /grading/in/public/data /tmp/m /tmp/m && ' +
  'python3 predict.py /tmp/m /grading/features.csv /tmp/out.csv';

/** The student's two commands with the engine's own command line: nothing is scored. */
export class BarePath implements GradingPath {
  private readonly image: string;
  private readonly folder: string;

  constructor(image: string, folder: string) {
    this.image = image;
    this.folder = folder;
  }

  async grade(): Promise<Timing> {
    const started = performance.now();
    await promisify(execFile)('docker', [
      'run',
      '--rm',
      '--network',
      'none',
      '-v',
      `${this.folder}:/grading:ro`,
      '-w',
      '/grading/project',
      '--entrypoint',
      'sh',
      this.image,
      '-c',
      COMMANDS,
    ]);
    return { totalMs: performance.now() - started, studentMs: 0 };
  }
}

import { spawn } from 'node:child_process';

const MIB = 1024 * 1024;
const MOST_SAID = 2_000;

export interface OwnProgram {
  /** A program of ours, in JavaScript. */
  file: string;
  /** All that it may read: its own code and packages. Patterns of Node's permission model. */
  readable: readonly string[];
  seconds: number;
  heapMib: number;
  /** Of its answer. */
  mostMib: number;
  /** Told of what it says on its way, piece by piece. */
  onSaid?: (text: string) => void;
}

export interface OwnProgramEnd {
  /** Null when it broke a bound. */
  code: number | null;
  answer: Buffer;
  /** The beginning of what it said. */
  said: string;
}

/**
 * Runs our code on a stranger's data in a process of its own: the data may exhaust its time and memory only. It has no
 * environment, may read nothing but code, write nothing, and start nothing.
 */
export async function runOwnProgram(
  { file, readable, seconds, heapMib, mostMib, onSaid = () => undefined }: OwnProgram,
  input: Buffer,
): Promise<OwnProgramEnd> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heapMib}`,
      '--permission',
      ...readable.map((place) => `--allow-fs-read=${place}`),
      file,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'pipe'], timeout: seconds * 1000, killSignal: 'SIGKILL' },
  );
  const parts: Buffer[] = [];
  let [size, said] = [0, ''];
  child.stdout.on('data', (part: Buffer) => {
    size += part.length;
    if (size > mostMib * MIB) child.kill('SIGKILL');
    else parts.push(part);
  });
  child.stderr.on('data', (part: Buffer) => {
    onSaid(part.toString());
    said = (said + part.toString()).slice(0, MOST_SAID);
  });
  // It may end before it read everything; the exit code says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, answer: Buffer.concat(parts), said };
}

import { spawn } from 'node:child_process';

const MIB = 1024 * 1024;
const MOST_SAID = 2_000;

export interface OwnProgram {
  /** The path of one of our own JavaScript programs. */
  file: string;
  /** The files it may read: its own code and packages, as patterns of Node's permission model. */
  readable: readonly string[];
  seconds: number;
  heapMib: number;
  /** The largest output it may write. */
  mostMib: number;
  /** Called with each piece of its output as it arrives. */
  onSaid?: (text: string) => void;
}

export interface OwnProgramEnd {
  /** Null if it exceeded a limit. */
  code: number | null;
  answer: Buffer;
  /** The beginning of its error output. */
  said: string;
}

/**
 * Runs our own code on untrusted data in a separate process, so that the data can exhaust nothing but that process's time
 * and memory. The process has no environment, may read nothing but code, write nothing, and start nothing.
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
  // The program may end before it has read everything; its exit code says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, answer: Buffer.concat(parts), said };
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Another worker with this id is running. Each would mistake the other's containers for its own leftovers. */
export class WorkerAlreadyRunningError extends Error {
  override readonly name = 'WorkerAlreadyRunningError';
  constructor(id: string, pid: number) {
    super(
      `A worker named "${id}" is running already (process ${pid}). Stop it, or give this one another WORKER_ID.`,
    );
  }
}

/** Allows one process per worker id and data folder. A file left by a killed process does not count. */
export class WorkerLock {
  private constructor(private readonly file: string) {}

  /** @throws WorkerAlreadyRunningError */
  static async acquire(dataDirectory: string, id: string): Promise<WorkerLock> {
    await mkdir(dataDirectory, { recursive: true });
    const file = path.join(dataDirectory, `worker-${id}.pid`);
    const lock = new WorkerLock(file);
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        await writeFile(file, String(process.pid), { flag: 'wx' });
        return lock;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const pid = await holderOf(file);
      if (pid !== null && (await isWorker(pid))) throw new WorkerAlreadyRunningError(id, pid);
      await rm(file, { force: true });
    }
    throw new Error(`The lock ${file} is fought over. Start one worker at a time.`);
  }

  async release(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

async function holderOf(file: string): Promise<number | null> {
  try {
    const pid = Number((await readFile(file, 'utf8')).trim());
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Process ids are reused, so the lock only counts if that process runs this program. */
async function isWorker(pid: number): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return line.includes('main.js');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ESRCH') throw error;
    return isAlive(pid) && process.platform !== 'linux';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

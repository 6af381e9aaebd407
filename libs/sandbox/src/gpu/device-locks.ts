import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const BUSY = 5;

/**
 * Keeps two processes of one machine from leasing the same device, with one file per device and the kernel's lock on
 * it, taken through SQLite. A process id in the file would not do, because workers in containers each count theirs
 * from 1. The kernel also releases its lock when the process ends, however it ends.
 */
export class DeviceLocks {
  private readonly folder: string;
  private readonly held = new Map<string, DatabaseSync>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** False when a living process holds the lock. */
  async take(id: string): Promise<boolean> {
    await mkdir(this.folder, { recursive: true });
    const file = new DatabaseSync(this.fileOf(id), { timeout: 0 });
    try {
      // Nothing is ever written, so no journal file is needed.
      file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      file.close();
      if ((error as { errcode?: number }).errcode === BUSY) return false;
      throw error;
    }
    this.held.set(id, file);
    return true;
  }

  release(id: string): Promise<void> {
    this.held.get(id)?.close();
    this.held.delete(id);
    return Promise.resolve();
  }

  private fileOf(id: string): string {
    return path.join(this.folder, `${id.replace(/[^A-Za-z0-9.-]/g, '-')}.lease`);
  }
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Keeps two processes of one machine from leasing the same device: one file per device, with the holder's process id. */
export class DeviceLocks {
  constructor(private readonly folder: string) {}

  /** False when a living process holds it. */
  async take(id: string): Promise<boolean> {
    await mkdir(this.folder, { recursive: true });
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        await writeFile(this.fileOf(id), String(process.pid), { flag: 'wx' });
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      if (await this.isHeld(id)) return false;
      await rm(this.fileOf(id), { force: true });
    }
    return false;
  }

  async release(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  private async isHeld(id: string): Promise<boolean> {
    try {
      const holder = Number(await readFile(this.fileOf(id), 'utf8'));
      if (!Number.isInteger(holder) || holder <= 0) return false;
      process.kill(holder, 0);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  }

  private fileOf(id: string): string {
    return path.join(this.folder, `${id.replace(/[^A-Za-z0-9.-]/g, '-')}.lock`);
  }
}

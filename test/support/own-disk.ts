import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, open, rm, statfs, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A small disk of a test's own, in a file: it can be full without harm to anybody else. Needs root. */
export class OwnDisk {
  private constructor(private readonly parent: string) {}

  static async make(bytes: number): Promise<OwnDisk> {
    const disk = new OwnDisk(await mkdtemp(path.join(tmpdir(), 'holdout-disk-')));
    await chmod(disk.parent, 0o755);
    await mkdir(disk.folder);
    const image = path.join(disk.parent, 'image');
    await (await open(image, 'w')).close();
    await truncate(image, bytes);
    // Nothing is kept back for root: when it is full, it is full for everyone. Losing it matters to nobody.
    execFileSync('mkfs.ext4', ['-q', '-m', '0', '-O', '^has_journal', image]);
    execFileSync('mount', ['-o', 'loop', image, disk.folder]);
    return disk;
  }

  get folder(): string {
    return path.join(this.parent, 'disk');
  }

  /** Takes all that is left, at once, and then the last blocks. */
  async fill(): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    spawnSync('fallocate', ['--length', `${bavail * bsize}`, this.filler]);
    const filler = await open(this.filler, 'a');
    try {
      while (await takes(filler.write(Buffer.alloc(bsize))));
    } finally {
      await filler.close();
    }
  }

  async clear(): Promise<void> {
    await rm(this.filler, { force: true });
  }

  async remove(): Promise<void> {
    execFileSync('umount', ['--recursive', this.folder]);
    await rm(this.parent, { recursive: true, force: true });
  }

  private get filler(): string {
    return path.join(this.folder, 'filler');
  }
}

async function takes(writing: Promise<{ bytesWritten: number }>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    return false;
  }
}

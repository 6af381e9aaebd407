import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { World } from '../command-context.js';
import { UsageError } from '../errors.js';

/**
 * Write a file into the folder of the command. One that is there is kept, unless it is to be replaced.
 * @returns its whole path
 * @throws UsageError when it is there, or cannot be written
 */
export async function saveFile(
  { cwd }: Pick<World, 'cwd'>,
  name: string,
  bytes: Buffer,
  isReplaced: boolean,
): Promise<string> {
  const target = path.resolve(cwd, name);
  try {
    await writeFile(target, bytes, { flag: isReplaced ? 'w' : 'wx' });
    return target;
  } catch (error) {
    throw new UsageError(
      (error as NodeJS.ErrnoException).code === 'EEXIST'
        ? `${name} is there already. Choose another name with --output, or replace it with --force.`
        : `${name} cannot be written: ${(error as Error).message}`,
    );
  }
}

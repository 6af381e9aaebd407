import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { BlobCorruptError } from './errors.js';
import { FileBlobStore } from './file-blob-store.js';
import { vaultIn } from './stores.js';

const SECRET = Buffer.alloc(32, 7);
const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-storage-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// What either place of stored content promises is tried in test/integration/storage.int.spec.ts.
it('leaves nothing of an upload that breaks off in the folder of stored content', async () => {
  const store = new FileBlobStore(folder);
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('hel');
    throw new Error('connection lost');
  }
  await expect(store.put(Readable.from(broken()))).rejects.toThrow('connection lost');
  await store.put(Buffer.from('hello'));
  expect((await readdir(folder)).sort()).toEqual(['2c', 'incoming']);
  expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
});

describe('the vault', () => {
  it('gives back what was put, across segment boundaries', async () => {
    const vault = await vaultIn({ folder }, SECRET);
    for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const content = Buffer.alloc(size, size % 251);
      const { digest } = await vault.put(Readable.from([content.subarray(0, 10), content.subarray(10)]));
      expect((await vault.getBuffer(digest)).equals(content)).toBe(true);
    }
  });

  it('shows neither content nor its hash without the secret', async () => {
    const { digest } = await (await vaultIn({ folder }, SECRET)).put(Buffer.from('hello'));
    expect(digest).not.toBe(HELLO);
    expect((await readFile(path.join(folder, digest))).includes('hello')).toBe(false);
    const other = await vaultIn({ folder }, Buffer.alloc(32, 8));
    await expect(other.getBuffer(digest)).rejects.toThrow(BlobCorruptError);
  });

  it('notices a changed byte, a cut end and a swapped name', async () => {
    const vault = await vaultIn({ folder }, SECRET);
    const { digest } = await vault.put(Buffer.alloc(100_000, 1));
    const other = await vault.put(Buffer.alloc(10, 2));
    const file = path.join(folder, digest);
    const sealed = await readFile(file);
    const flipped = Buffer.from(sealed);
    flipped[5_000] = (flipped[5_000] ?? 0) ^ 1;
    for (const bytes of [
      flipped,
      sealed.subarray(0, 55 + 65_552),
      await readFile(path.join(folder, other.digest)),
    ]) {
      await writeFile(file, bytes);
      await expect(vault.getBuffer(digest)).rejects.toThrow(BlobCorruptError);
    }
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { BlobCorruptError, BlobNotFoundError } from './errors.js';
import { FileBlobStore } from './file-blob-store.js';
import { Vault } from './vault.js';

const SECRET = Buffer.alloc(32, 7);
const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-storage-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the blob store', () => {
  it('names content by its SHA-256 and gives it back', async () => {
    const store = new FileBlobStore(folder);
    expect(await store.put(Readable.from([Buffer.from('hel'), Buffer.from('lo')]))).toEqual({
      digest: HELLO,
      size: 5,
    });
    expect(await store.put(Buffer.from('hello'))).toEqual({ digest: HELLO, size: 5 });
    expect((await store.getBuffer(HELLO)).toString()).toBe('hello');
    expect((await buffer(await store.get(HELLO))).toString()).toBe('hello');
    expect(await store.size(HELLO)).toBe(5);
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
  });

  it('notices damage on every way of reading', async () => {
    const store = new FileBlobStore(folder);
    await store.put(Buffer.from('hello'));
    await writeFile(path.join(folder, HELLO.slice(0, 2), HELLO), 'jello');
    await expect(store.getBuffer(HELLO)).rejects.toThrow(BlobCorruptError);
    await expect(buffer(await store.get(HELLO))).rejects.toThrow(BlobCorruptError);
  });

  it('tells what is missing, and takes no path for a digest', async () => {
    const store = new FileBlobStore(folder);
    expect(await store.has(HELLO)).toBe(false);
    await expect(store.getBuffer(HELLO)).rejects.toThrow(BlobNotFoundError);
    await expect(store.getBuffer('../secret')).rejects.toThrow(RangeError);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const store = new FileBlobStore(folder);
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('hel');
      throw new Error('connection lost');
    }
    await expect(store.put(Readable.from(broken()))).rejects.toThrow('connection lost');
    expect(await readdir(folder)).toEqual(['incoming']);
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
  });
});

describe('the vault', () => {
  it('gives back what was put, across segment boundaries', async () => {
    const vault = new Vault(folder, SECRET);
    for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
      const content = Buffer.alloc(size, size % 251);
      const { digest } = await vault.put(Readable.from([content.subarray(0, 10), content.subarray(10)]));
      expect((await vault.getBuffer(digest)).equals(content)).toBe(true);
    }
  });

  it('shows neither content nor its hash without the secret', async () => {
    const { digest } = await new Vault(folder, SECRET).put(Buffer.from('hello'));
    expect(digest).not.toBe(HELLO);
    expect((await readFile(path.join(folder, digest))).includes('hello')).toBe(false);
    await expect(new Vault(folder, Buffer.alloc(32, 8)).getBuffer(digest)).rejects.toThrow(BlobCorruptError);
  });

  it('notices a changed byte, a cut end and a swapped name', async () => {
    const vault = new Vault(folder, SECRET);
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

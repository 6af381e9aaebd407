import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  BlobCorruptError,
  BlobNotFoundError,
  BucketRefusedError,
  storesIn,
  vaultIn,
  type ContentPlace,
} from '@holdout/storage';
import { ApiLab, archive, SUBMIT } from '../support/api-lab.js';
import { isLongTier, onlyInLongTier } from '../support/long-tier.js';
import { S3Server } from '../support/s3-server.js';

const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
/** Of "never". */
const NEVER = createHash('sha256').update('never').digest('hex');
const PLACE = `${HELLO.slice(0, 2)}/${HELLO}`;

let folder: string;
/** In the tier `storage` alone: no package of Debian or npm is such a server. */
let server: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-stores-'));
  if (isLongTier) server = await S3Server.start(path.join(folder, 'served'));
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Either place, and the file behind a name in it. */
const places: Readonly<Record<string, () => { place: ContentPlace; fileOf: (name: string) => string }>> = {
  'a folder': () => ({
    place: { folder: path.join(folder, 'blobs') },
    fileOf: (name) => path.join(folder, 'blobs', name),
  }),
  ...(isLongTier && {
    'a bucket of an S3-compatible store': () => ({
      place: { bucket: server.bucket },
      fileOf: (name: string) => server.fileOf(name),
    }),
  }),
};

describe.each(Object.entries(places))('stored content in %s', (_where, found) => {
  it('is named by its SHA-256, stored once and given back', async () => {
    const { blobs } = await storesIn(found().place);
    const pieces = Readable.from([Buffer.from('hel'), Buffer.from('lo')]);
    expect(await blobs.put(pieces)).toEqual({ digest: HELLO, size: 5 });
    expect(await blobs.put(Buffer.from('hello'))).toEqual({ digest: HELLO, size: 5 });
    expect((await blobs.getBuffer(HELLO)).toString()).toBe('hello');
    expect((await buffer(await blobs.get(HELLO))).toString()).toBe('hello');
    expect([await blobs.has(HELLO), await blobs.size(HELLO)]).toEqual([true, 5]);
    const large = Buffer.alloc(12_000_000, 'holdout');
    const { digest, size } = await blobs.put(Readable.from([large]));
    expect(size).toBe(large.length);
    expect((await blobs.getBuffer(digest)).equals(large)).toBe(true);
  });

  it('is noticed when it is damaged, on every way of reading', async () => {
    const { place, fileOf } = found();
    const { blobs } = await storesIn(place);
    await blobs.put(Buffer.from('hello'));
    await writeFile(fileOf(PLACE), 'jello');
    await expect(blobs.getBuffer(HELLO)).rejects.toThrow(BlobCorruptError);
    await expect(buffer(await blobs.get(HELLO))).rejects.toThrow(BlobCorruptError);
    await writeFile(fileOf(PLACE), 'hello');
  });

  it('is said to be missing, and takes no path for a digest', async () => {
    const { blobs } = await storesIn(found().place);
    expect(await blobs.has(NEVER)).toBe(false);
    await expect(blobs.get(NEVER)).rejects.toThrow(BlobNotFoundError);
    await expect(blobs.getBuffer(NEVER)).rejects.toThrow(BlobNotFoundError);
    await expect(blobs.size(NEVER)).rejects.toThrow(BlobNotFoundError);
    await expect(blobs.getBuffer('../secret')).rejects.toThrow(RangeError);
  });

  it('keeps nothing of what breaks off', async () => {
    const { blobs } = await storesIn(found().place);
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('never');
      throw new Error('connection lost');
    }
    await expect(blobs.put(Readable.from(broken()))).rejects.toThrow('connection lost');
    expect(await blobs.has(NEVER)).toBe(false);
  });

  it('lets go of what runs left behind, and of nothing else', async () => {
    const { blobs, artifacts } = await storesIn(found().place);
    await blobs.put(Buffer.from('hello'));
    await artifacts.put(Buffer.from('hello'));
    const before = async (time: number) => {
      const digests: string[] = [];
      for await (const digest of artifacts.storedBefore(new Date(time))) digests.push(digest);
      return digests;
    };
    expect(await before(Date.now() - 60_000)).toEqual([]);
    expect(await before(Date.now() + 60_000)).toEqual([HELLO]);
    await artifacts.delete(HELLO);
    await artifacts.delete(HELLO);
    expect([await artifacts.has(HELLO), await blobs.has(HELLO)]).toEqual([false, true]);
  });

  it('is sealed where it is hidden, and opens with the secret it was sealed with alone', async () => {
    const { place, fileOf } = found();
    const vault = await vaultIn(place, Buffer.alloc(32, 7));
    const content = Buffer.alloc(200_000, 'hidden');
    const { digest, size } = await vault.put(Readable.from([content.subarray(0, 9), content.subarray(9)]));
    expect([size, await vault.has(digest), await vault.has(NEVER)]).toEqual([content.length, true, false]);
    expect((await vault.getBuffer(digest)).equals(content)).toBe(true);
    await expect(vault.getBuffer(NEVER)).rejects.toThrow(BlobNotFoundError);
    await expect((await vaultIn(place, Buffer.alloc(32, 8))).getBuffer(digest)).rejects.toThrow(
      BlobCorruptError,
    );
    const sealed = await readFile(fileOf(digest));
    expect(sealed.includes('hidden')).toBe(false);
    for (const place of [3, 60_000]) {
      const damaged = Buffer.from(sealed);
      damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place);
      await writeFile(fileOf(digest), damaged);
      await expect(vault.getBuffer(digest)).rejects.toThrow(BlobCorruptError);
    }
  });
});

onlyInLongTier('is refused by a store that does not know the key', async () => {
  const { blobs } = await storesIn({ bucket: { ...server.bucket, secretAccessKey: 'another' } });
  await expect(blobs.put(Buffer.from('hello'))).rejects.toThrow(BucketRefusedError);
  await expect(blobs.getBuffer(HELLO)).rejects.toThrow(BucketRefusedError);
});

onlyInLongTier('holds nothing before its bucket is made by the first that is written', async () => {
  const { artifacts } = await storesIn({ bucket: { ...server.bucket, bucket: 'not-yet' } });
  const stored: string[] = [];
  for await (const digest of artifacts.storedBefore(new Date())) stored.push(digest);
  expect(stored).toEqual([]);
});

onlyInLongTier(
  'takes what was uploaded in pieces, and hands it in',
  async () => {
    const lab = await ApiLab.start({ env: server.settings });
    try {
      const cookie = await lab.signIn('student@demo.holdout');
      const content = archive();
      const begun = await lab.beginUpload({ cookie }, content.length);
      const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
      for (const at of [0, 1000])
        expect((await lab.sendChunk({ cookie }, id, at, content.subarray(at, at + 1000))).status).toBe(204);
      const { data } = await lab.ask<{ submit: { archiveDigest: string } }>({ cookie }, SUBMIT, {
        uploadId: id,
      });
      const digest = data?.submit.archiveDigest ?? '';
      expect((await readFile(server.fileOf(`${digest.slice(0, 2)}/${digest}`))).equals(content)).toBe(true);
    } finally {
      await lab.stop();
    }
  },
  30_000,
);

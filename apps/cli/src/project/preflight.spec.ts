import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { pack, type Header } from 'tar-stream';
import { prepareArchive } from './preflight.js';
import { sourceAt } from './source.js';

const CONFIG = '[project]\nassignment = "a"\n[commands]\ntrain = "python3 t.py"\npredict = "python3 p.py"\n';
const demands = {
  slug: 'a',
  limits: { archiveBytes: 20_000, unpackedBytes: 100_000, files: 5 },
  commands: {
    train: { required: true, takesNotebook: false },
    predict: { required: true, takesNotebook: false },
  },
};
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'holdout-preflight-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function codeOf(location: string): Promise<string> {
  try {
    await prepareArchive(await sourceAt(location), demands);
    return 'ACCEPTED';
  } catch (error) {
    return error instanceof Error && 'reason' in error ? String(error.reason) : String(error);
  }
}

async function folder(files: Record<string, string | Buffer>): Promise<string> {
  const target = path.join(root, 'project');
  await mkdir(target);
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(target, name), content);
  return target;
}

async function archive(name: string, bytes: Buffer): Promise<string> {
  const target = path.join(root, name);
  await writeFile(target, bytes);
  return target;
}

async function tar(
  entries: readonly (Partial<Header> & { name: string; content?: string })[],
): Promise<Buffer> {
  const writer = pack();
  for (const { content, ...header } of entries) writer.entry(header, content ?? '');
  writer.finalize();
  const parts: Buffer[] = [];
  for await (const part of writer) if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** A zip of one deflated member, written by hand: only what a reader of directories needs. */
function zip(name: string, content: string, mode = 0o100644): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(mode * 65_536, 38);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

describe('a folder', () => {
  it('is accepted with a config and files within the caps', async () => {
    expect(await codeOf(await folder({ 'holdout.toml': CONFIG, 'p.py': '' }))).toBe('ACCEPTED');
  });

  it.each<[string, string, Record<string, string | Buffer>]>([
    ['without holdout.toml', 'CONFIG_MISSING', { 'p.py': '' }],
    ['that is empty', 'CONFIG_MISSING', {}],
    ['with a malformed holdout.toml', 'CONFIG_MALFORMED', { 'holdout.toml': '[commands' }],
    [
      'with a holdout.toml that is not UTF-8',
      'CONFIG_MALFORMED',
      { 'holdout.toml': Buffer.from([0xff, 0xfe]) },
    ],
    ['with a huge holdout.toml', 'CONFIG_TOO_LARGE', { 'holdout.toml': '#'.repeat(65_537) }],
    ['without commands', 'CONFIG_INVALID', { 'holdout.toml': '[project]' }],
    ['for another assignment', 'CONFIG_INVALID', { 'holdout.toml': CONFIG.replace('"a"', '"b"') }],
    [
      'with too many files',
      'ARCHIVE_TOO_MANY_FILES',
      { 'holdout.toml': CONFIG, 1: '', 2: '', 3: '', 4: '', 5: '' },
    ],
    ['with too many bytes', 'ARCHIVE_TOO_LARGE', { 'holdout.toml': CONFIG, big: 'x'.repeat(100_000) }],
    ['with a name that holds a backslash', 'ARCHIVE_UNSAFE_PATH', { 'holdout.toml': CONFIG, 'a\\b': '' }],
  ])('%s is refused', async (_name, code, files) => {
    expect(await codeOf(await folder(files))).toBe(code);
  });

  it('with a link is refused', async () => {
    const project = await folder({ 'holdout.toml': CONFIG });
    await symlink('/etc/passwd', path.join(project, 'link'));
    expect(await codeOf(project)).toBe('ARCHIVE_LINK');
  });

  it('with a pipe is refused, without waiting for a writer', async () => {
    const project = await folder({ 'holdout.toml': CONFIG });
    execFileSync('mkfifo', [path.join(project, 'pipe')]);
    expect(await codeOf(project)).toBe('ARCHIVE_SPECIAL_FILE');
  });

  it('that is too large when packed is refused', async () => {
    const noise = Buffer.from(
      Array.from({ length: 30_000 }, (_, index) => (index * index * 2_654_435_761) % 251),
    );
    const project = await folder({ 'holdout.toml': CONFIG, noise });
    const tight = { ...demands, limits: { ...demands.limits, archiveBytes: 100 } };
    await expect(prepareArchive({ kind: 'folder', path: project }, tight)).rejects.toMatchObject({
      reason: 'ARCHIVE_TOO_LARGE',
    });
  });
});

describe('an archive', () => {
  const config = { name: 'holdout.toml', content: CONFIG };

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['a tar', () => tar([config])],
    ['a tar.gz', async () => gzipSync(await tar([config]))],
    [
      'a tar.gz of one folder',
      async () =>
        gzipSync(
          await tar([
            { name: 'p/', type: 'directory' },
            { ...config, name: 'p/holdout.toml' },
          ]),
        ),
    ],
    ['a zip', () => zip('holdout.toml', CONFIG)],
    ['a zip of one folder', () => zip('p/holdout.toml', CONFIG)],
  ])('as %s is sent byte for byte', async (_name, make) => {
    const bytes = await make();
    const location = await archive('p.bin', bytes);
    const prepared = await prepareArchive(await sourceAt(location), demands);
    expect(prepared.bytes.equals(bytes)).toBe(true);
    expect(prepared.fileName).toBe('p.bin');
  });

  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['of 0 bytes', 'ARCHIVE_EMPTY', () => Buffer.alloc(0)],
    ['that is none', 'ARCHIVE_NOT_READABLE', () => Buffer.from('just text')],
    ['cut off', 'ARCHIVE_NOT_READABLE', async () => gzipSync(await tar([config])).subarray(0, 60)],
    [
      'of random bytes behind a gzip mark',
      'ARCHIVE_NOT_READABLE',
      () => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(50, 7)]),
    ],
    ['a zip cut off', 'ARCHIVE_NOT_READABLE', () => zip('holdout.toml', CONFIG).subarray(0, 80)],
    [
      'over the cap',
      'ARCHIVE_TOO_LARGE',
      () => Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(20_000)]),
    ],
    [
      'a bomb',
      'ARCHIVE_TOO_LARGE',
      async () => gzipSync(await tar([config, { name: 'zeros', content: '0'.repeat(1_000_000) }])),
    ],
    [
      'with too many files',
      'ARCHIVE_TOO_MANY_FILES',
      async () => gzipSync(await tar([config, ...'12345'.split('').map((name) => ({ name }))])),
    ],
    [
      'with an absolute path',
      'ARCHIVE_UNSAFE_PATH',
      async () => gzipSync(await tar([config, { name: '/etc/x' }])),
    ],
    ['with a way out', 'ARCHIVE_UNSAFE_PATH', async () => gzipSync(await tar([config, { name: '../x' }]))],
    [
      'with a link',
      'ARCHIVE_LINK',
      async () => gzipSync(await tar([config, { name: 'l', type: 'symlink', linkname: '/etc' }])),
    ],
    [
      'with a hard link',
      'ARCHIVE_LINK',
      async () => gzipSync(await tar([config, { name: 'l', type: 'link', linkname: 'holdout.toml' }])),
    ],
    [
      'with a device',
      'ARCHIVE_SPECIAL_FILE',
      async () => gzipSync(await tar([config, { name: 'd', type: 'character-device' }])),
    ],
    ['with a link in a zip', 'ARCHIVE_LINK', () => zip('l', '/etc', 0o120777)],
    ['without holdout.toml', 'CONFIG_MISSING', async () => gzipSync(await tar([{ name: 'p.py' }]))],
    ['with a malformed holdout.toml', 'CONFIG_MALFORMED', () => zip('holdout.toml', '=')],
    [
      'with a huge holdout.toml',
      'CONFIG_TOO_LARGE',
      async () => gzipSync(await tar([{ name: 'holdout.toml', content: '#'.repeat(65_537) }])),
    ],
  ])('%s is refused', async (_name, code, make) => {
    expect(await codeOf(await archive('p.bin', await make()))).toBe(code);
  });
});

it('a path that is not there is named', async () => {
  expect(await codeOf(path.join(root, 'nowhere'))).toBe('SOURCE_MISSING');
});

import {
  rejectEntries,
  rejectUpload,
  sniffArchive,
  withoutWrapper,
  type ArchiveEntry,
} from './archive-rules.js';

const limits = { archiveBytes: 1000, unpackedBytes: 5000, files: 3 };
const file = (path: string, size = 1): ArchiveEntry => ({ path, size, kind: 'file' });
const gzip = Uint8Array.from([0x1f, 0x8b, 8]);

describe('rejectUpload', () => {
  it('accepts an archive at exactly the cap', () => {
    expect(rejectUpload(gzip, 1000, limits)).toBeNull();
  });

  it.each([
    ['no bytes', new Uint8Array(), 0, 'ARCHIVE_EMPTY'],
    ['one byte too many', gzip, 1001, 'ARCHIVE_TOO_LARGE'],
    ['text', new TextEncoder().encode('hello'), 5, 'ARCHIVE_NOT_READABLE'],
  ])('refuses %s', (_name, head, size, code) => {
    expect(rejectUpload(head, size, limits)?.code).toBe(code);
  });
});

describe('sniffArchive', () => {
  const ustar = new Uint8Array(512);
  ustar.set(new TextEncoder().encode('ustar'), 257);

  it.each([
    [gzip, 'gzip'],
    [Uint8Array.from([0x50, 0x4b, 3, 4]), 'zip'],
    [Uint8Array.from([0x50, 0x4b, 5, 6]), 'zip'],
    [ustar, 'tar'],
    [new Uint8Array(), null],
    [Uint8Array.from([0x1f]), null],
  ])('tells formats by their first bytes', (head, format) => {
    expect(sniffArchive(head)).toBe(format);
  });
});

describe('rejectEntries', () => {
  it('accepts files and folders within the caps', () => {
    expect(
      rejectEntries(
        [file('holdout.toml'), { path: 'src/', size: 0, kind: 'folder' }, file('src/ä b.py')],
        limits,
      ),
    ).toBeNull();
  });

  it.each<[string, string, ArchiveEntry[]]>([
    ['too many entries', 'ARCHIVE_TOO_MANY_FILES', ['a', 'b', 'c', 'd'].map((name) => file(name))],
    ['too many bytes', 'ARCHIVE_TOO_LARGE', [file('a', 4000), file('b', 1001)]],
    ['nothing', 'ARCHIVE_EMPTY', []],
    ['folders only', 'ARCHIVE_EMPTY', [{ path: 'a/', size: 0, kind: 'folder' }]],
    ['an absolute path', 'ARCHIVE_UNSAFE_PATH', [file('/etc/passwd')]],
    ['a way out', 'ARCHIVE_UNSAFE_PATH', [file('a/../../b')]],
    ['a doubled slash', 'ARCHIVE_UNSAFE_PATH', [file('a//b')]],
    ['a control character', 'ARCHIVE_UNSAFE_PATH', [file('a\u0007b')]],
    ['text that turns around', 'ARCHIVE_UNSAFE_PATH', [file('a\u202eb')]],
    ['a backslash', 'ARCHIVE_UNSAFE_PATH', [file('a\\b')]],
    ['a long name', 'ARCHIVE_UNSAFE_PATH', [file('ä'.repeat(101))]],
    ['a deep path', 'ARCHIVE_UNSAFE_PATH', [file(Array(33).fill('a').join('/'))]],
    ['a link', 'ARCHIVE_LINK', [{ path: 'a', size: 0, kind: 'link' }]],
    ['a pipe', 'ARCHIVE_SPECIAL_FILE', [{ path: 'a', size: 0, kind: 'special' }]],
  ])('refuses %s', (_name, code, entries) => {
    expect(rejectEntries(entries, limits)?.code).toBe(code);
  });

  it('names the file at fault without characters that drive a terminal', () => {
    expect(rejectEntries([file('a\u001b[31m')], limits)).toMatchObject({ file: 'a?[31m' });
  });

  it('names the largest file when the sum is too large', () => {
    expect(rejectEntries([file('a', 2000), file('big.bin', 4000)], limits)?.file).toBe('big.bin');
  });
});

describe('withoutWrapper', () => {
  it('drops the one folder around everything, and what packing programs add', () => {
    const entries = [
      { path: 'p/', size: 0, kind: 'folder' as const },
      file('p/holdout.toml'),
      file('__MACOSX/p/._x'),
      file('p/.DS_Store'),
    ];
    expect(withoutWrapper(entries).map(({ path }) => path)).toEqual(['holdout.toml']);
  });

  it('keeps folders when there are several', () => {
    expect(withoutWrapper([file('./a/x'), file('./b/y')]).map(({ path }) => path)).toEqual(['a/x', 'b/y']);
  });

  it('keeps a single file at the root', () => {
    expect(withoutWrapper([file('holdout.toml')]).map(({ path }) => path)).toEqual(['holdout.toml']);
  });
});

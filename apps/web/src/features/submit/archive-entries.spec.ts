import { gzipSync, strToU8, zipSync } from 'fflate';
import { openTar, openTarGz, openZip } from './archive-entries';

const CONFIG = '[project]\nassignment = "tabular-risk"\n';

function tarFile(path: string, text: string, type = '0'): Uint8Array {
  const header = new Uint8Array(512);
  const put = (at: number, value: string) => header.set(strToU8(value), at);
  put(0, path);
  put(124, text.length.toString(8).padStart(11, '0'));
  put(156, type);
  put(257, 'ustar');
  const body = new Uint8Array(Math.ceil(text.length / 512) * 512);
  body.set(strToU8(text));
  return new Uint8Array([...header, ...body]);
}

const tar = (...files: Uint8Array[]) =>
  new Uint8Array([...files.flatMap((file) => [...file]), ...new Uint8Array(1024)]);

it('lists a zip and reads holdout.toml below a wrapping folder', () => {
  const opened = openZip(zipSync({ p: { 'holdout.toml': strToU8(CONFIG), 'train.py': strToU8('print()') } }));
  expect(opened.entries.filter(({ kind }) => kind === 'file').map(({ path, size }) => [path, size])).toEqual([
    ['p/holdout.toml', CONFIG.length],
    ['p/train.py', 7],
  ]);
  expect(opened.config).toBe(CONFIG);
});

it('lists a tar.gz with folders and links', () => {
  const opened = openTarGz(
    gzipSync(tar(tarFile('src/', '', '5'), tarFile('holdout.toml', CONFIG), tarFile('data', '', '2'))),
  );
  expect(opened.entries.map(({ path, kind }) => [path, kind])).toEqual([
    ['src', 'folder'],
    ['holdout.toml', 'file'],
    ['data', 'link'],
  ]);
  expect(opened.config).toBe(CONFIG);
});

it('refuses a tar that ends inside a file', () => {
  expect(() => openTar(tarFile('a.csv', 'x'.repeat(600)).subarray(0, 800))).toThrow(RangeError);
});

it('answers null when there is no holdout.toml', () => {
  expect(openTar(tar(tarFile('train.py', 'x'))).config).toBeNull();
});

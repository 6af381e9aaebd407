import { unzipSync } from 'fflate';
import { namedArchive, packedFolder } from './folder-archive';

const inFolder = (path: string) => {
  const file = new File([path], path.split('/').at(-1) ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
};

it('packs a folder without what no version holds, and keeps its name', async () => {
  const files = [
    'houses/assignment.yaml',
    'houses/data/h.csv',
    'houses/fixtures/bad/x.csv',
    'houses/.git/HEAD',
  ];
  const packed = await packedFolder(files.map(inFolder));
  expect(packed?.folderName).toBe('houses');
  const bytes = new Uint8Array((await packed?.file.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual(['assignment.yaml', 'data/h.csv']);
});

it('packs nothing of an empty folder', async () => {
  expect(await packedFolder([])).toBeNull();
});

it.each([
  ['houses.tar.gz', 'houses'],
  ['Houses v2.ZIP', 'Houses v2'],
])('names the folder of %s', (name, folderName) => {
  expect(namedArchive(new File([], name)).folderName).toBe(folderName);
});

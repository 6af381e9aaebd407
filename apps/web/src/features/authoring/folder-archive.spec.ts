import { parseTarGzip } from 'nanotar';
import { namedArchive, packedFolder } from './folder-archive';

const inFolder = (path: string) => {
  const file = new File([`of ${path}`], path.split('/').at(-1) ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
};

it('packs a folder without what no version holds, and keeps its name', async () => {
  const files = ['houses/assignment.yaml', 'houses/data/h.csv', 'houses/fixtures/x.csv', 'houses/.git/HEAD'];
  const { folderName, file } = await packedFolder(files.map(inFolder));
  expect([folderName, file.name]).toEqual(['houses', 'houses.tar.gz']);
  const entries = await parseTarGzip(await file.arrayBuffer());
  expect(entries.map(({ name, text }) => [name, text])).toEqual([
    ['assignment.yaml', 'of houses/assignment.yaml'],
    ['data/h.csv', 'of houses/data/h.csv'],
  ]);
});

it('packs neither nothing nor a path that it would have to cut', async () => {
  await expect(packedFolder([])).rejects.toMatchObject({ reason: 'empty' });
  const long = `data/${'x'.repeat(100)}.csv`;
  await expect(packedFolder([inFolder(`houses/${long}`)])).rejects.toMatchObject({
    reason: 'longPath',
    path: long,
  });
});

it.each([
  ['houses.tar.gz', 'houses'],
  ['Houses v2.TGZ', 'Houses v2'],
])('names the folder of %s', (name, folderName) => {
  expect(namedArchive(new File([], name)).folderName).toBe(folderName);
});

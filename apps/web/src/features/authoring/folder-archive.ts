import { chosenFiles } from '@/features/submit/project-files';

/** An assignment's folder as it is sent, and what the folder is called. */
export interface FolderArchive {
  file: File;
  folderName: string;
}

/** Why a folder cannot be packed here. */
export class UnpackableFolder extends Error {
  constructor(
    readonly reason: 'empty' | 'longPath',
    readonly path = '',
  ) {
    super(reason);
  }
}

/** Part of no version: what only those who develop an assignment need. */
const FIXTURES = 'fixtures/';
/** The longest path that the packer writes; it would silently truncate a longer one. */
const LONGEST_PATH = 100;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** Packs the files of a folder that was chosen. @throws UnpackableFolder */
export async function packedFolder(chosen: readonly File[]): Promise<FolderArchive> {
  const folderName = chosen[0]?.webkitRelativePath.split('/')[0] ?? '';
  const files = chosenFiles(chosen).filter(({ path }) => !path.startsWith(FIXTURES));
  if (files.length === 0) throw new UnpackableFolder('empty');
  const long = files.find(({ path }) => bytesOf(path) > LONGEST_PATH);
  if (long) throw new UnpackableFolder('longPath', long.path);
  // The packer is fetched by those alone who pack.
  const { createTarGzip } = await import('nanotar');
  const entries = await Promise.all(
    files.map(async ({ path, file }) => ({ name: path, data: new Uint8Array(await file.arrayBuffer()) })),
  );
  const bytes = new Uint8Array(await createTarGzip(entries));
  return { folderName, file: new File([bytes], `${folderName}.tar.gz`) };
}

/** An archive is called as the folder in it. */
export const namedArchive = (file: File): FolderArchive => ({
  file,
  folderName: file.name.replace(/\.(tgz|tar\.gz)$/i, ''),
});

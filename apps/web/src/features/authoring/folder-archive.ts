import { chosenFiles } from '@/features/submit/project-files';

/** An assignment's folder as it is sent, and what the folder is called. */
export interface FolderArchive {
  file: File;
  folderName: string;
}

/** Part of no version: what only those who develop an assignment need. */
const FIXTURES = 'fixtures/';

/** Packs the files of a folder that was chosen; null where there are none. */
export async function packedFolder(chosen: readonly File[]): Promise<FolderArchive | null> {
  const folderName = chosen[0]?.webkitRelativePath.split('/')[0] ?? '';
  const files = chosenFiles(chosen).filter(({ path }) => !path.startsWith(FIXTURES));
  if (files.length === 0) return null;
  // The packer is fetched by those alone who pack.
  const { packFolder } = await import('@/features/submit/pack');
  return { folderName, file: new File([await packFolder(files)], `${folderName}.zip`) };
}

/** An archive is called as the folder in it. */
export const namedArchive = (file: File): FolderArchive => ({
  file,
  folderName: file.name.replace(/\.(zip|tgz|tar\.gz|tar)$/i, ''),
});

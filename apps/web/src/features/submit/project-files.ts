/** One file of a dropped or chosen project, under its path inside the project. */
export interface ProjectFile {
  readonly path: string;
  readonly file: File;
}

const LEFT_OUT_FOLDERS = new Set([
  '.git',
  '.hg',
  '__pycache__',
  '.venv',
  'venv',
  'node_modules',
  '.ipynb_checkpoints',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
]);
const LEFT_OUT_FILES = new Set(['.DS_Store', 'Thumbs.db']);

/** Should the path stay out of the archive? Caches, environments and version control are never part of a submission. */
export function isLeftOut(path: string): boolean {
  const parts = path.split('/');
  return (
    parts.slice(0, -1).some((part) => LEFT_OUT_FOLDERS.has(part)) ||
    LEFT_OUT_FILES.has(parts.at(-1) ?? '') ||
    path.endsWith('.pyc')
  );
}

/** Removes the single folder that wraps everything, so that holdout.toml is at the root. */
export function withoutWrapper(paths: string[]): string[] {
  const first = paths[0]?.split('/')[0];
  const isWrapped = first !== undefined && paths.every((path) => path.startsWith(`${first}/`));
  return isWrapped ? paths.map((path) => path.slice(first.length + 1)) : paths;
}

/** The files of a folder chosen in a file dialog. */
export function chosenFiles(list: Iterable<File>): ProjectFile[] {
  return normalize([...list].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** Everything below what was dropped, folders included. Must be called inside the drop event: the browser empties the items after it. */
export async function droppedFiles({ items, files: loose }: DataTransfer): Promise<ProjectFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  // Files that a script or another program hands over have no entry.
  if (entries.length === 0) return chosenFiles(loose);
  const files = await Promise.all(entries.map((entry) => filesBelow(entry, '')));
  return normalize(files.flat());
}

function normalize(files: ProjectFile[]): ProjectFile[] {
  const kept = files.filter(({ path }) => !isLeftOut(path));
  const paths = withoutWrapper(kept.map(({ path }) => path));
  return kept.map(({ file }, index) => ({ path: paths[index] ?? file.name, file }));
}

async function filesBelow(entry: FileSystemEntry, prefix: string): Promise<ProjectFile[]> {
  const path = prefix + entry.name;
  if (isFile(entry))
    return [{ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }];
  if (!isFolder(entry) || isLeftOut(`${path}/x`)) return [];
  const reader = entry.createReader();
  const children: FileSystemEntry[] = [];
  // A reader hands out at most 100 entries at a time, and none when it is done.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) break;
    children.push(...batch);
  }
  return (await Promise.all(children.map((child) => filesBelow(child, `${path}/`)))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

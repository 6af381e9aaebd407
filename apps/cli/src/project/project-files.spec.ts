import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { packFiles } from './pack.js';
import { listProject } from './project-files.js';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'holdout-project-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
}
const paths = async () => (await listProject(root)).map((entry) => entry.path);

it('lists files in byte order, whatever the folder returns', async () => {
  await write({ 'b.py': '', 'a/z.py': '', 'B.py': '', 'a.py': '' });
  expect(await paths()).toEqual(['B.py', 'a.py', 'a/z.py', 'b.py']);
});

it('honours .gitignore and .holdoutignore, the latter last', async () => {
  await write({
    '.gitignore': '*.csv\nout/',
    '.holdoutignore': '!keep.csv\nnotes.md',
    'x.csv': '',
    'keep.csv': '',
    'notes.md': '',
    'out/a': '',
    'a.py': '',
  });
  expect(await paths()).toEqual(['.gitignore', '.holdoutignore', 'a.py', 'keep.csv']);
});

it('lets the ignore file of an inner folder override the outer one, there only', async () => {
  await write({
    '.gitignore': '*.bin',
    'sub/.gitignore': '!keep.bin',
    'sub/keep.bin': '',
    'sub/x.bin': '',
    'keep.bin': '',
  });
  expect(await paths()).toEqual(['.gitignore', 'sub/.gitignore', 'sub/keep.bin']);
});

it('never takes version control, caches and what init keeps for check', async () => {
  await write({
    '.git/config': '',
    '__pycache__/a.pyc': '',
    'src/__pycache__/b.pyc': '',
    '.venv/x': '',
    '.holdout-assignment/public.tar': '',
    'a.py': '',
  });
  expect(await paths()).toEqual(['a.py']);
});

it('lists a link as a link and does not follow it', async () => {
  await write({ 'a.py': '' });
  await symlink('/etc', path.join(root, 'etc'));
  expect(await listProject(root)).toContainEqual({ path: 'etc', size: 0, kind: 'link' });
});

describe('packFiles', () => {
  it('gives the same bytes for the same files, whenever and by whomever they were written', async () => {
    await write({ 'b.py': 'b', 'a.py': 'a' });
    const first = await packFiles(root, await listProject(root));
    await rm(root, { recursive: true });
    await mkdir(root);
    await write({ 'a.py': 'a', 'b.py': 'b' });
    expect((await packFiles(root, await listProject(root))).equals(first)).toBe(true);
  });

  it('gives other bytes when a name or a content differs', async () => {
    await write({ 'a.py': 'a' });
    const first = await packFiles(root, await listProject(root));
    await write({ 'a.py': 'b' });
    expect((await packFiles(root, await listProject(root))).equals(first)).toBe(false);
  });

  it('refuses a file that became a link after it was listed', async () => {
    await write({ 'a.py': 'a' });
    const entries = await listProject(root);
    await rm(path.join(root, 'a.py'));
    await symlink('/etc/hostname', path.join(root, 'a.py'));
    await expect(packFiles(root, entries)).rejects.toThrow(/ELOOP/);
  });
});

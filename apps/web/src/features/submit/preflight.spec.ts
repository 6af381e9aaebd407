import { strToU8, zipSync } from 'fflate';
import { checkArchive, checkFolder, type Rules } from './preflight';

const rules: Rules = {
  limits: { archiveBytes: 4096, unpackedBytes: 8192, files: 3 },
  assignmentSlug: 'tabular-risk',
  commands: {
    train: { required: true, takesNotebook: false },
    predict: { required: true, takesNotebook: false },
  },
};
const CONFIG =
  '[project]\nassignment = "tabular-risk"\n[commands]\ntrain = "python train.py"\npredict = "python predict.py"\n';
const archive = (files: Record<string, string>) =>
  new File(
    [
      new Uint8Array(
        zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
      ),
    ],
    'p.zip',
  );
const codeOf = async (file: File) => (await checkArchive(file, rules)).rejection?.code ?? 'ACCEPTED';

it('accepts a project that the server would accept', async () => {
  const checked = await checkArchive(archive({ 'holdout.toml': CONFIG, 'train.py': 'x' }), rules);
  expect(checked).toMatchObject({ rejection: null, passed: ['type', 'size', 'content', 'config'], files: 2 });
});

it.each([
  ['an empty file', new File([], 'p.zip'), 'ARCHIVE_EMPTY'],
  ['text', new File(['print()'], 'p.zip'), 'ARCHIVE_NOT_READABLE'],
  ['a damaged zip', new File([new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])], 'p.zip'), 'ARCHIVE_NOT_READABLE'],
  ['too many bytes', new File([new Uint8Array(5000)], 'p.zip'), 'ARCHIVE_TOO_LARGE'],
  ['no holdout.toml', archive({ 'train.py': 'x' }), 'CONFIG_MISSING'],
  ['TOML with a mistake', archive({ 'holdout.toml': '[commands\n' }), 'CONFIG_MALFORMED'],
  [
    'another assignment',
    archive({ 'holdout.toml': CONFIG.replace('tabular-risk', 'vision') }),
    'CONFIG_INVALID',
  ],
  ['no train command', archive({ 'holdout.toml': '[commands]\npredict = "x"\n' }), 'CONFIG_INVALID'],
  ['a path that leads out', archive({ 'holdout.toml': CONFIG, '../a': 'x' }), 'ARCHIVE_UNSAFE_PATH'],
  ['too many files', archive({ 'holdout.toml': CONFIG, a: '', b: '', c: '' }), 'ARCHIVE_TOO_MANY_FILES'],
])('refuses %s', async (_, file, code) => {
  expect(await codeOf(file)).toBe(code);
});

it('packs a folder into the same bytes every time', async () => {
  const files = [
    { path: 'train.py', file: new File(['x'], 'train.py') },
    { path: 'holdout.toml', file: new File([CONFIG], 'holdout.toml') },
  ];
  const [first, second] = await Promise.all([
    checkFolder(files, rules),
    checkFolder(files.toReversed(), rules),
  ]);
  expect(first.rejection).toBeNull();
  expect(await first.archive?.bytes?.()).toEqual(await second.archive?.bytes?.());
});

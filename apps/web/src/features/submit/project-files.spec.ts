import { isLeftOut, withoutWrapper } from './project-files';

it('leaves out caches, environments and version control', () => {
  expect(
    ['.git/config', 'src/__pycache__/a.pyc', '.venv/bin/python', 'a/.DS_Store', 'b.pyc'].every(isLeftOut),
  ).toBe(true);
  expect(['train.py', 'holdout.toml', 'venv.py', 'src/git.py'].some(isLeftOut)).toBe(false);
});

it('takes away the one folder that wraps everything', () => {
  expect(withoutWrapper(['p/holdout.toml', 'p/src/a.py'])).toEqual(['holdout.toml', 'src/a.py']);
});

it('keeps paths that share no folder', () => {
  expect(withoutWrapper(['p/a', 'q/b'])).toEqual(['p/a', 'q/b']);
  expect(withoutWrapper(['holdout.toml'])).toEqual(['holdout.toml']);
  expect(withoutWrapper([])).toEqual([]);
});

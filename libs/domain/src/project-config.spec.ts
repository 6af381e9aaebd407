import { notebookOf, rejectConfig } from './project-config.js';

const RULES = {
  train: { required: false, takesNotebook: false },
  predict: { required: true, takesNotebook: false },
};
const commands = { train: 'python3 train.py', predict: 'python3 predict.py' };

it('takes what the student measured themselves, as numbers by metric', () => {
  const commands = { predict: 'x' };
  expect(rejectConfig({ commands, validation: { auc: 0.83, cost: 1 } }, 'a')).toBeNull();
  expect(rejectConfig({ commands, validation: { auc: '0.83' } }, 'a')?.message).toMatch(
    /^holdout.toml, validation.auc: it must be a number/,
  );
});

it('accepts the two commands, a matching assignment and keys of its own', () => {
  expect(
    rejectConfig({ project: { assignment: 'a', seed: 7 }, commands, tool: { x: 1 } }, 'a', RULES),
  ).toBeNull();
});

it('does without train where nothing needs it', () => {
  expect(rejectConfig({ commands: { predict: 'x' } }, 'a', RULES)).toBeNull();
});

it.each([
  ['no commands', {}, /commands: missing/],
  ['no predict', { commands: { train: 'x' } }, /commands\.predict: missing/],
  ['a blank command', { commands: { predict: ' ' } }, /commands\.predict: is empty/],
  ['a number for a command', { commands: { predict: 3 } }, /commands\.predict: it must be text/],
  ['a seed in quotes', { project: { seed: '7' }, commands }, /project\.seed: it must be a number/],
  [
    'another assignment',
    { project: { assignment: 'b' }, commands },
    /names "b", but you are submitting to "a"/,
  ],
  [
    'a command that nobody knows',
    { commands: { ...commands, predcit: 'x' } },
    /commands\.predcit: .* train, predict/,
  ],
  ['something that is no table', [], /must be a table/],
])('refuses %s and names the key', (_name, config, message) => {
  expect(rejectConfig(config, 'a', RULES)).toMatchObject({
    code: 'CONFIG_INVALID',
    file: 'holdout.toml',
    message: expect.stringMatching(message),
  });
});

it('refuses a missing train command where the server trains', () => {
  expect(
    rejectConfig({ commands: { predict: 'x' } }, 'a', { train: { required: true, takesNotebook: false } })
      ?.message,
  ).toMatch(/commands\.train: missing/);
});

it.each([
  ['python train.ipynb --data {data}', 'train.ipynb'],
  ['/usr/bin/python3 -u "my notes/train.ipynb"', 'my notes/train.ipynb'],
  ['python train.py train.ipynb', null],
  ['python -m train', null],
  ['jupyter run train.ipynb', null],
])('finds the notebook that %s runs', (command, notebook) => {
  expect(notebookOf(command)).toBe(notebook);
});

it('refuses a notebook where the assignment takes scripts only', () => {
  const config = { commands: { ...commands, train: 'python train.ipynb --data {data}' } };
  expect(rejectConfig(config, 'a', RULES)?.message).toMatch(
    /commands\.train: it runs the notebook "train\.ipynb", but .* takes scripts only\. Save .* as a Python script/,
  );
  const taken = { ...RULES, train: { required: false, takesNotebook: true } };
  expect(rejectConfig(config, 'a', taken)).toBeNull();
});

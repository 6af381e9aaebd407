import { fileURLToPath } from 'node:url';
import { CommandInvalidError, commandWords, fillWords } from './commands.js';
import { GraderFaultError, StudentFault } from './faults.js';
import { AssignmentInvalidError } from './assignment-problem.js';
import { givenTo } from './given-to.js';
import { loadAssignment, parseDefinition } from './load-assignment.js';
import { chainsOf, readCalls, type Call } from './plan.js';
import { readConfig } from './project.js';
import { readTar, writeTar } from './tar.js';
import { withDefaults } from './template-defaults.js';

const TABULAR = fileURLToPath(new URL('../../../graders/tabular-risk', import.meta.url));

describe('a command of holdout.toml', () => {
  it('is split as a shell would and gets its placeholders', () => {
    const words = commandWords('train', `python3 train.py --name 'two words' --data={data} --seed {seed}`, [
      'data',
      'seed',
    ]);
    expect(fillWords(words, { data: '/work/in/data', seed: '7' })).toEqual([
      'python3',
      'train.py',
      '--name',
      'two words',
      '--data=/work/in/data',
      '--seed',
      '7',
    ]);
  });

  it.each([
    ['python3 "train.py', /unclosed quote/],
    ['python3 train.py && rm x', /no shell runs it/],
    ['python3 train.py {features}', /which it has not. It may use \{data\}/],
    ['   ', /is empty/],
  ])('refuses %s', (command, message) => {
    expect(() => commandWords('train', command, ['data'])).toThrow(CommandInvalidError);
    expect(() => commandWords('train', command, ['data'])).toThrow(message);
  });
});

describe('defaults of a template', () => {
  const defaults = {
    split: { rule: 'stratified', by: ['target'] },
    criteria: [{ key: 'a', weight: 1 }, { key: 'b', weight: 2, metrics: ['m'] }, { key: 'c' }],
  };

  it('give way to what the author says: mappings merge, lists replace', () => {
    expect(withDefaults({ split: { by: ['age'] } }, defaults)['split']).toEqual({
      rule: 'stratified',
      by: ['age'],
    });
  });

  it('keep the criteria that the author does not name, and place new ones after the one before', () => {
    const own = { criteria: [{ key: 'b', weight: 5 }, { key: 'new' }, { key: 'c', remove: true }] };
    expect(withDefaults(own, defaults)['criteria']).toEqual([
      { key: 'a', weight: 1 },
      { key: 'b', weight: 5, metrics: ['m'] },
      { key: 'new' },
    ]);
  });
});

describe('an assignment', () => {
  it('loads with everything that its folder holds', async () => {
    const { definition, brief, anchors, data } = await loadAssignment(TABULAR);
    expect(definition.slug).toBe('tabular-risk');
    expect(brief.length).toBeGreaterThan(100);
    expect(anchors.metrics['auc']?.naive).toBe(0.5);
    expect([...data.keys()]).toEqual(['credit_data.csv.gz', 'dictionary.csv']);
  });

  it('lists every mistake with its line and key', async () => {
    const error: unknown = await parseDefinition(
      'slug: Tabular Risk\nversion: 0\ntemplate: regression\ndataset: {}\n',
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AssignmentInvalidError);
    expect(String(error)).toMatch(/assignment.yaml:1: slug: must be lower-case/);
    expect(String(error)).toMatch(/assignment.yaml:2: version:/);
    expect(String(error)).toMatch(/title: is missing/);
  });

  it('needs no more than title, dataset and target beside its template', async () => {
    const source = `template: binary-classification
title: Churn
dataset: { file: data/churn.csv, target: { column: left, positive: yes } }
`;
    const definition = await parseDefinition(source, 'churn');
    expect(definition).toMatchObject({ slug: 'churn', version: 1, passMark: 70, image: 'light' });
    expect(definition.metrics.map(({ name }) => name)).toContain('auc');
  });

  it('finds a mistake in an entry that changes one of the template', async () => {
    const source = `template: binary-classification
title: Churn
dataset: { file: data/churn.csv }
metrics:
  - { name: ece, remove: true }
  - { name: auc, direction: UP }
`;
    await expect(parseDefinition(source, 'churn')).rejects.toThrow(
      /^The assignment cannot be used:\n {2}- assignment.yaml:6: metrics\[0\]\.direction: /,
    );
  });

  it('says which templates there are', async () => {
    await expect(parseDefinition('title: x\ntemplate: ternary\n')).rejects.toThrow(
      /assignment.yaml:2: template: There is no template "ternary". There are .*binary-classification/,
    );
  });

  it('says which file is missing', async () => {
    await expect(loadAssignment('/nowhere')).rejects.toThrow(/assignment.yaml is not in nowhere/);
  });
});

describe('the configuration of a project', () => {
  const reading = async (config: unknown, kind: 'PRACTICE' | 'CERTIFICATION' = 'PRACTICE') => {
    const { definition } = await loadAssignment(TABULAR);
    try {
      return readConfig(config, { definition, kind, seed: 5 });
    } catch (error) {
      if (error instanceof StudentFault) return error.error.reason;
      throw error;
    }
  };

  it('uses the seed of the file, or the one of the run', async () => {
    const commands = { train: 'python3 t.py', predict: 'python3 p.py' };
    expect(await reading({ project: { seed: 9 }, commands })).toMatchObject({
      seed: 9,
      commands: { train: ['python3', 't.py'], predict: ['python3', 'p.py'] },
    });
    expect(await reading({ commands })).toMatchObject({ seed: 5 });
  });

  it('needs train where the model is trained by the platform', async () => {
    expect(await reading({ commands: { predict: 'x' } }, 'CERTIFICATION')).toBe('TRAIN_MISSING');
    expect(await reading({ project: { assignment: 'other' }, commands: { predict: 'x' } })).toBe(
      'CONFIG_INVALID',
    );
  });
});

describe('a plan', () => {
  const calls = (...entries: Partial<Call>[]) =>
    readCalls(
      JSON.stringify({
        schema: 'holdout.calls/2',
        calls: entries.map((entry) => ({
          phase: 'PREDICT',
          command: 'predict',
          visible: false,
          subject: 'The predict command',
          limits: 'predict',
          ...entry,
        })),
      }),
    ).calls;

  it('runs calls that build on each other one after the other, and others beside them', () => {
    const chains = chainsOf(
      calls(
        { name: 'hidden', model: 'train' },
        { name: 'permuted-1' },
        { name: 'permuted-2' },
        { name: 'permuted-1-predict', model: 'permuted-1' },
        {
          name: 'compare',
          takes: { 'a.csv': { call: 'permuted-1-predict', output: 'predictions' } },
          model: 'permuted-2',
        },
      ),
    );
    expect(chains.map((chain) => chain.map(({ name }) => name))).toEqual([
      ['hidden'],
      ['permuted-1', 'permuted-1-predict', 'permuted-2', 'compare'],
    ]);
  });

  it.each([
    ['two calls of one name', [{ name: 'a' }, { name: 'a' }], /two calls named a/],
    ['a path that leaves its folder', [{ name: 'a', inputs: { features: '../labels.csv' } }], /inputs/],
    ['an unknown key', [{ name: 'a', network: 'host' } as Partial<Call>], /network/],
  ])('is refused with %s', (_name, entries, message) => {
    expect(() => calls(...entries)).toThrow(GraderFaultError);
    expect(() => calls(...entries)).toThrow(message);
  });

  it('gives a call its own data even where its inputs are those of another call', () => {
    const files: Record<string, Map<string, Buffer>> = {
      hidden: new Map([['histories.csv', Buffer.from('hidden histories')]]),
      again: new Map([['data/train.csv', Buffer.from('shuffled')]]),
    };
    const [again] = calls({
      name: 'again',
      data: 'own',
      filesOf: 'hidden',
      inputs: { histories: 'histories.csv' },
    });
    if (!again) throw new Error('no call');
    const filesOf = (name: string) => files[name] ?? new Map<string, Buffer>();
    const given = givenTo(again, { filesOf }, new Map(), new Map([['train.csv', Buffer.from('public')]]));
    expect(given.data.get('train.csv')?.toString()).toBe('shuffled');
    expect(given.inputs.get('histories.csv')?.toString()).toBe('hidden histories');
  });
});

describe('tars that the platform makes', () => {
  it('have the same bytes for the same files and give them back', async () => {
    const files = new Map([
      ['b/two.txt', Buffer.from('2')],
      ['a.txt', Buffer.from('1')],
    ]);
    const tar = await writeTar(files);
    expect(tar.equals(await writeTar(new Map([...files].reverse())))).toBe(true);
    expect(await readTar(tar)).toEqual(files);
  });
});

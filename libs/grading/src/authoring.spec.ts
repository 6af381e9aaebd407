import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { fieldRows } from './field-rows.js';
import { folderOfFiles } from './assignment-folder.js';
import { tellProblem } from './assignment-problem.js';
import { loadAssignment, readAssignment } from './load-assignment.js';
import { ownDefinition } from './own-definition.js';
import { readDefinition } from './read-definition.js';
import { referenceProblems, referencesOf, starterOf } from './reference-kits.js';
import { templateNames } from './template-defaults.js';
import { unknownKeys } from './unknown-keys.js';

const GRADERS = fileURLToPath(new URL('../../../graders', import.meta.url));
const BUNDLED = globSync('{*,exercises/*}/assignment.yaml', { cwd: GRADERS }).map((file) =>
  path.dirname(file),
);

const told = async (source: string): Promise<string[]> =>
  (await readDefinition(source, 'houses')).problems.map(tellProblem);

describe('a definition with mistakes', () => {
  it('is told every one at once, each with its line and what was meant', async () => {
    const source = [
      'template: regression',
      'titel: Houses',
      'title: Houses',
      'passmark: 60',
      'kind: PROJEKT',
      'dataset:',
      '  file: data/houses.csv',
      '  targett: { column: price }',
      '  sensitive: []',
      'criteria:',
      '  - { key: error, metrics: [maee] }',
      'attempts: { practicePerDay: many }',
    ].join('\n');
    expect(await told(source)).toEqual([
      'assignment.yaml:2: titel: There is no key `titel` here. Did you mean `title`?',
      'assignment.yaml:4: passmark: There is no key `passmark` here. Did you mean `passMark`?',
      expect.stringMatching(/^assignment.yaml:5: kind: .*Did you mean PROJECT\?$/),
      'assignment.yaml:8: dataset.targett: There is no key `targett` here. Did you mean `target`?',
      expect.stringMatching(
        /^assignment.yaml:9: .*The template regression has no `sensitive`\. Only binary-/,
      ),
      expect.stringMatching(
        /^assignment.yaml:11: .*The template has no `error`, and a new entry lacks title, /,
      ),
      'assignment.yaml:12: attempts.practicePerDay: It must be a number, not "many".',
    ]);
  });

  it('names the line of what is no YAML, of a key twice, and of a template that does not exist', async () => {
    expect((await told('title: a\n  b: [1\n'))[0]).toMatch(/^assignment\.yaml:\d: /);
    expect((await told('title: a\ntitle: b\n'))[0]).toMatch(/^assignment\.yaml:2: Map keys must be unique/);
    expect((await told('title: a\ntemplate: regresion\n'))[0]).toBe(
      'assignment.yaml:2: template: There is no template "regresion". Did you mean regression?',
    );
  });

  it('does not hide that files are missing', async () => {
    const files = new Map([
      [
        'assignment.yaml',
        Buffer.from(
          'template: regression\ntitle: H\nbrief: task.md\ndataset: { file: data/h.csv, target: { column: p } }\n',
        ),
      ],
      ['anchors.json', Buffer.from('{')],
    ]);
    const { problems, loaded } = await readAssignment(folderOfFiles('houses', files));
    expect(loaded).toBeNull();
    expect(problems.map(({ file, line, path: key }) => [file, line, key])).toEqual([
      ['assignment.yaml', 3, 'brief'],
      ['assignment.yaml', 4, 'dataset.file'],
      ['anchors.json', null, null],
    ]);
  });
});

it('names the line of a figure in the brief that does not say what it shows', async () => {
  const files = new Map([
    ['assignment.yaml', Buffer.from('template: exercise\ntitle: Curves\n')],
    ['brief.md', Buffer.from('# Curves\n\n![Two curves](a.png)\n\n![](b.png)\n')],
    ...['a.png', 'b.png'].map((name) => [name, Buffer.from('89504e470d0a1a0a', 'hex')] as const),
  ]);
  const { problems, loaded } = await readAssignment(folderOfFiles('curves', files));
  expect(loaded).toBeNull();
  expect(problems.filter(({ file }) => file === 'brief.md').map(tellProblem)).toEqual([
    expect.stringMatching(
      /^brief\.md:5: brief: The figure b\.png has no alternative text, .*!\[What it shows\]\(b\.png\)\.$/,
    ),
  ]);
});

describe('the fields that authors may write', () => {
  it.each(BUNDLED)('hold every key of %s', (folder) => {
    const own = parse(readFileSync(path.join(GRADERS, folder, 'assignment.yaml'), 'utf8')) as {
      template: string;
    };
    expect(unknownKeys(own, own.template)).toEqual([]);
  });

  it('hold what an assignment may require of a worker', async () => {
    const problems = await told('template: regression\ntitle: Houses\nlabels: [gpu, region:eu]\n');
    expect(problems.join('\n')).not.toContain('labels');
  });

  it('hold every key of every template', async () => {
    for (const template of await templateNames()) {
      const defaults = parse(
        readFileSync(path.join(GRADERS, `templates/${template}.yaml`), 'utf8'),
      ) as object;
      expect({ template, unknown: unknownKeys({ ...defaults }, template) }).toEqual({
        template,
        unknown: [],
      });
    }
  });
});

it('every field is documented for authors, with its type, default and example', async () => {
  const page = readFileSync(path.join(GRADERS, 'AUTHORING.md'), 'utf8').split('## Every key')[1] ?? '';
  const written = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((text) => text.trim()),
    );
  expect(written).toEqual(await fieldRows());
});

describe('a published definition', () => {
  it.each(BUNDLED)('of %s can be written as a file that gives it again', async (folder) => {
    const { definition } = await loadAssignment(path.join(GRADERS, folder));
    const source = await ownDefinition(JSON.parse(JSON.stringify(definition)) as Record<string, unknown>);
    expect((await readDefinition(source, 'elsewhere')).definition).toEqual(definition);
  });
});

describe('kits of a template', () => {
  const houses = new Map([
    [
      'assignment.yaml',
      Buffer.from('template: regression\ntitle: H\ndataset: { file: h.csv, target: { column: p } }\n'),
    ],
    ['h.csv', Buffer.from('a,p\n1,2\n')],
  ]);

  it('stand in for a starter kit and a naive reference that are not supplied', async () => {
    const loaded = await loadAssignment(folderOfFiles('houses', houses));
    const references = await referencesOf(loaded);
    expect(Object.keys(references ?? {})).toEqual(['naive']);
    expect((await starterOf(loaded)).length).toBeGreaterThan(100);
    expect(await referenceProblems(loaded)).toEqual([]);
  });

  it('give way to supplied ones, which must be projects', async () => {
    const supplied = new Map([
      ...houses,
      ['starter/train.py', Buffer.from('')],
      ['reference/simple/holdout.toml', Buffer.from('[commands]')],
    ]);
    const loaded = await loadAssignment(folderOfFiles('houses', supplied));
    expect(Object.keys((await referencesOf(loaded)) ?? {})).toEqual(['naive', 'simple']);
    expect(await referenceProblems(loaded)).toMatchObject([{ file: 'starter/holdout.toml' }]);
  });

  it('may be a drawing where a diagram is asked for, and must be one', async () => {
    const folder = path.join(GRADERS, 'exercises/redraw-ml-lifecycle');
    const loaded = await loadAssignment(folder);
    expect(await referenceProblems(loaded)).toEqual([]);
    const torn = folderOfFiles('torn', new Map([['starter/holdout.toml', Buffer.from('[commands]')]]));
    expect(await referenceProblems({ ...loaded, folder: torn })).toMatchObject([
      { file: 'starter/diagram.yaml' },
    ]);
  });
});

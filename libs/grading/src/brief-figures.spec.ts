import { FIGURE_LIMITS } from '@holdout/domain';
import { folderOfFiles } from './assignment-folder.js';
import { tellProblem } from './assignment-problem.js';
import { readFigures, withAddresses } from './brief-figures.js';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const FILES = new Map([
  ['figures/a.png', PNG],
  ['docs/b c.png', PNG],
  ['notes.txt', Buffer.from('no picture')],
  ['huge.png', Buffer.concat([PNG, Buffer.alloc(FIGURE_LIMITS.bytes)])],
]);

const read = (brief: string, file = 'brief.md') => readFigures(folderOfFiles('houses', FILES), file, brief);
const told = async (brief: string) => (await read(brief)).problems.map(tellProblem);

describe('figures that a brief shows from its folder', () => {
  it('are read by their path from the brief on, and shown from where they are kept', async () => {
    const brief = [
      '![a figures/a.png](figures/a.png "in figures/a.png")',
      '![b][b] and ![kept](/files/figures/1)',
      '[b]: <figures/a.png> "figures/a.png"\n[link]: figures/a.png',
    ].join('\n\n');
    const { figures, problems } = await read(brief);
    expect(problems).toEqual([]);
    expect([...figures]).toEqual([['figures/a.png', { content: PNG, mediaType: 'image/png' }]]);
    expect(await withAddresses(brief, new Map([['figures/a.png', '/files/figures/2']]))).toBe(
      [
        '![a figures/a.png](/files/figures/2 "in figures/a.png")',
        '![b][b] and ![kept](/files/figures/1)',
        '[b]: </files/figures/2> "figures/a.png"\n[link]: figures/a.png',
      ].join('\n\n'),
    );
    const below = await read('![b](b%20c.png) ![a](../figures/a.png)', 'docs/brief.md');
    expect([below.problems, [...below.figures.keys()]]).toEqual([[], ['b%20c.png', '../figures/a.png']]);
  });

  it('are told by line where a file is missing, no picture, too large or outside', async () => {
    expect(
      await told('# H\n\n![a](gone.png)\n\n![b](notes.txt)\n\n![c](huge.png)\n\n![d](../a.png)'),
    ).toEqual([
      expect.stringMatching(/^brief\.md:3: brief: There is no file gone\.png, .*Add it/),
      expect.stringMatching(/^brief\.md:5: brief: The figure notes\.txt is none of image\/png, /),
      expect.stringMatching(/^brief\.md:7: brief: The figure huge\.png has \d+ bytes, and may have 2 MiB/),
      expect.stringMatching(/^brief\.md:9: brief: There is no file \.\.\/a\.png/),
    ]);
  });

  it('have plain paths', async () => {
    expect(await told(String.raw`![a](figures/a\.png)`)).toEqual([
      expect.stringMatching(
        /^brief\.md:1: brief: The path of the figure figures\/a\.png is written with escapes/,
      ),
    ]);
  });
});

import { execFileSync } from 'node:child_process';
import { tarOf } from './tar.mjs';

describe('a build context', () => {
  const files = [
    { name: 'Dockerfile', content: Buffer.from('FROM x\n') },
    { name: 'a/b.py', content: Buffer.alloc(513, 'x') },
    { name: 'empty', content: Buffer.alloc(0) },
  ];

  it('is a tar that tar reads', () => {
    const list = execFileSync('tar', ['-tvf', '-'], { input: tarOf(files), encoding: 'utf8' });

    expect(
      list
        .trim()
        .split('\n')
        .map((line) => line.split(/\s+/).filter((_, i) => [0, 2, 5].includes(i))),
    ).toEqual([
      ['-rw-r--r--', '7', 'Dockerfile'],
      ['-rw-r--r--', '513', 'a/b.py'],
      ['-rw-r--r--', '0', 'empty'],
    ]);
  });

  it('is the same bytes for the same files', () => {
    expect(tarOf(files).equals(tarOf(files))).toBe(true);
  });

  it('refuses a path the format has no room for', () => {
    expect(() => tarOf([{ name: 'x'.repeat(101), content: Buffer.alloc(0) }])).toThrow(/too long/);
  });
});

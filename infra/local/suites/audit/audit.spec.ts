import { judge, overdue } from './findings.mjs';
import { isPermitted } from './licenses.mjs';
import { askedFor, givenUp, ourLock, ourScripts, strangeLicenses, strangeScripts, strangeSources } from './lock-file.mjs'; // prettier-ignore

const sound = { version: '1.0.0', integrity: 'sha512-abc', license: 'MIT' };
const lockOf = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });

describe('the lock file', () => {
  it('is sound, and holds what was looked for', () => {
    const lock = ourLock();
    const problems = [strangeSources(lock), strangeScripts(lock, ourScripts()), strangeLicenses(lock)];
    expect(problems.flat()).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(1_000);
    expect(askedFor(lock).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['next', '@nestjs/core', 'better-auth']),
    );
  });

  it('is not when a package has no hash, or is none of the registry', () => {
    const lock = lockOf({
      '': {
        dependencies: { forked: 'github:somebody/forked', plain: '^1.2.0', renamed: 'npm:@scope/other@2' },
      },
      'node_modules/plain': sound,
      'node_modules/unheld': { version: '1.0.0' },
      'node_modules/weak': { ...sound, integrity: 'sha1-abc' },
      'node_modules/forked': { ...sound, resolved: 'git+ssh://git@github.com/somebody/forked.git#abc' },
    });
    expect(strangeSources(lock)).toEqual([
      'node_modules/unheld has no sha512 hash',
      'node_modules/weak has no sha512 hash',
      'node_modules/forked comes from git+ssh://git@github.com/somebody/forked.git#abc',
      'package.json asks for forked as github:somebody/forked',
    ]);
  });

  it('is not when a package runs a script that nobody named, on a machine of ours', () => {
    const script = { ...sound, hasInstallScript: true };
    const lock = lockOf({
      'node_modules/named': script,
      'node_modules/a/node_modules/unnamed': script,
      'node_modules/elsewhere': { ...script, os: ['darwin'] },
      'node_modules/other-processor': { ...script, os: ['linux'], cpu: ['ppc64'] },
    });
    expect(strangeScripts(lock, { named: false })).toEqual([
      'node_modules/a/node_modules/unnamed runs a script when it is installed',
    ]);
  });

  it('is not when production rests on what is under a strange licence or given up', () => {
    const lock = lockOf({
      'node_modules/copyleft': { ...sound, license: 'AGPL-3.0-only' },
      'node_modules/nameless': { ...sound, license: undefined },
      'node_modules/tool': { ...sound, license: 'GPL-3.0-only', deprecated: 'No.', dev: true },
      'node_modules/old': { ...sound, deprecated: 'Use another.' },
    });
    expect(strangeLicenses(lock)).toEqual([
      'node_modules/copyleft is under AGPL-3.0-only',
      'node_modules/nameless is under no licence',
    ]);
    expect(givenUp(lock)).toEqual(['node_modules/old is deprecated: Use another.']);
  });
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0-only', false],
  ['MIT OR (ISC AND GPL-3.0-only)', false],
  ['SEE LICENSE IN LICENSE.md', false],
  [undefined, false],
])('a package under %s: goes with ours %s', (license, expected) => {
  expect(isPermitted('some-package', license)).toBe(expected);
});

describe('a weakness', () => {
  const found = { name: 'next', version: '14.0.0', weakness: 'GHSA-1' };
  const acceptance = { name: 'next', since: '2026-01-01', until: '2026-06-30', reason: 'Not reached.' };

  it('fails unless that one was accepted', () => {
    expect(() => judge([found], [])).toThrow('next 14.0.0: GHSA-1');
    expect(() => judge([found], [{ ...acceptance, weaknesses: ['GHSA-2'] }])).toThrow('GHSA-1');
    expect(judge([found], [{ ...acceptance, weaknesses: ['GHSA-1'] }])).toBe(
      'accepted for now: next 14.0.0: GHSA-1',
    );
    expect(judge([], [])).toBe('');
  });

  it('is accepted until a day, and not without an end', () => {
    const accepted = [{ ...acceptance, weaknesses: 'all' as const }];
    expect(overdue('2026-06-30', accepted)).toEqual([]);
    expect(overdue('2026-07-01', accepted)).toEqual([expect.stringContaining('until 2026-06-30')]);
  });
});

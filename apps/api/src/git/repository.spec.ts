import { checkedCommit, repositoryOf } from './repository.js';

it('names a repository by its last part', () => {
  expect(repositoryOf('https://example.org/me/risk.git')).toMatchObject({ name: 'risk' });
  expect(repositoryOf('https://example.org/me/risk/').url.href).toBe('https://example.org/me/risk');
});

it.each([
  ['file:///etc/passwd', 'over https'],
  ['ext::sh -c id', 'over https'],
  ['git@example.org:me/risk.git', 'not the address'],
  ['ssh://git@example.org/me/risk', 'over https'],
  ['https://me:secret@example.org/me/risk', 'name and password'],
  ['https://example.org/me/risk?a=b', 'follows ?'],
  ['https://example.org/', 'names no repository'],
  ['https://example.org/me/..%2frisk', 'names no repository'],
])('refuses %s', (address, why) => {
  expect(() => repositoryOf(address)).toThrow(why);
});

it('takes a whole commit and nothing that moves', () => {
  expect(checkedCommit(` ${'AB'.repeat(20)} `)).toBe('ab'.repeat(20));
  for (const name of ['main', 'abc1234', '--upload-pack=id'])
    expect(() => checkedCommit(name)).toThrow('all 40 digits');
});

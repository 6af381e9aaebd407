import { hashPassword, verifyPassword } from './password.js';

it('keeps passwords as argon2id at 19 MiB and two passes, each with a salt of its own', async () => {
  const [first = '', second = ''] = await Promise.all([
    hashPassword('correct horse'),
    hashPassword('correct horse'),
  ]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22,}\$[^$]{43}$/);
  expect(second).not.toBe(first);
  expect(await verifyPassword({ hash: first, password: 'correct horse' })).toBe(true);
  expect(await verifyPassword({ hash: first, password: 'wrong horse' })).toBe(false);
});

import { serializeSignedCookie } from 'better-call';
import { sessionTokenOf } from './session-cookie.js';

const cookie = { name: 'holdout.session_token', secret: 's'.repeat(40) };
const signed = (token: string, secret = cookie.secret) => serializeSignedCookie(cookie.name, token, secret);

describe('the token of a session cookie', () => {
  it('is what the auth library signed, whatever other cookies stand beside it', async () => {
    expect(sessionTokenOf(`a=b; ${await signed('a.b+c')}; d=%`, cookie)).toBe('a.b+c');
  });

  it('is none where the signature is of another secret, or of another token, or missing', async () => {
    const right = await signed('token');
    const other = await signed('token', 'another secret');
    for (const wrong of [other, right.replace('=token', '=t0ken'), right.split('.').slice(0, 2).join('.')])
      expect(sessionTokenOf(wrong, cookie)).toBeNull();
  });

  it('is none where there is no such cookie, or one that cannot be read', () => {
    for (const cookies of ['', 'a=b', `${cookie.name}=`, `${cookie.name}=%`, `x${cookie.name}=token.sig`])
      expect(sessionTokenOf(cookies, cookie)).toBeNull();
  });
});

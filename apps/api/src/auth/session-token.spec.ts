import { serializeSignedCookie } from 'better-call';
import { sessionTokenIn } from './session-token.js';

const COOKIE = { name: '__Secure-holdout.session_token', secret: 's'.repeat(40) };
/** As the auth library signs it. */
const signed = (token: string, secret = COOKIE.secret) => serializeSignedCookie(COOKIE.name, token, secret);

describe('the token of a session cookie', () => {
  it('is what was signed, whatever other cookies stand beside it', async () => {
    expect(sessionTokenIn(`a=b; ${await signed('a.b+c')}; d=%`, COOKIE)).toBe('a.b+c');
  });

  it('is none where the signature is of another secret, or of another token, or missing', async () => {
    const right = await signed('token');
    const other = await signed('token', 'another secret');
    const cut = right.split('.').slice(0, -1).join('.');
    for (const wrong of [
      other,
      right.replace('=token', '=t0ken'),
      cut,
      `${cut}.`,
      right.replace('token.', 'token.A'),
    ])
      expect(sessionTokenIn(wrong, COOKIE)).toBeNull();
  });

  it('is none where there is no such cookie, or one that cannot be read', () => {
    for (const cookie of ['', 'a=b', `${COOKIE.name}=`, `${COOKIE.name}=%`, `${COOKIE.name}=.`])
      expect(sessionTokenIn(cookie, COOKIE)).toBeNull();
  });
});

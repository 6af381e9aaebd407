import { betterAuth } from 'better-auth';
import { serializeSignedCookie } from 'better-call';
import { sessionToken } from './session-token.plugin.js';

const auth = betterAuth({
  baseURL: 'http://holdout.test',
  secret: 's'.repeat(40),
  logger: { disabled: true },
  plugins: [sessionToken],
});
const tokenIn = (cookie: string) => auth.api.sessionToken({ headers: new Headers({ cookie }) });

async function signed(token: string, by?: string): Promise<string> {
  const { authCookies, secret } = await auth.$context;
  return serializeSignedCookie(authCookies.sessionToken.name, token, by ?? secret);
}

describe('the token of a session cookie', () => {
  it('is what was signed, whatever other cookies stand beside it', async () => {
    expect(await tokenIn(`a=b; ${await signed('a.b+c')}; d=%`)).toBe('a.b+c');
  });

  it('is none where the signature is of another secret, or of another token, or missing', async () => {
    const right = await signed('token');
    const other = await signed('token', 'another secret');
    for (const wrong of [other, right.replace('=token', '=t0ken'), right.split('.').slice(0, 2).join('.')])
      expect(await tokenIn(wrong)).toBeNull();
  });

  it('is none where there is no such cookie, or one that cannot be read', async () => {
    const { authCookies } = await auth.$context;
    for (const cookie of ['a=b', `${authCookies.sessionToken.name}=`, `${authCookies.sessionToken.name}=%`])
      expect(await tokenIn(cookie)).toBeNull();
  });

  it('has no address', async () => {
    const headers = { cookie: await signed('token') };
    const { status } = await auth.handler(
      new Request('http://holdout.test/api/auth/session-token', { headers }),
    );
    expect(status).toBe(404);
  });
});

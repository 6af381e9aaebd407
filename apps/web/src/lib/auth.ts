'use client';

import { createAuthClient } from 'better-auth/client';

const client = () =>
  createAuthClient({
    basePath: '/auth',
    baseURL: window.location.origin,
    fetchOptions: { headers: { 'x-holdout-csrf': '1' } },
  });

/** What came of asking to be let in. Pending: the password was right, and a second factor is still to come. */
export type SignInResult =
  | { ok: true; isPending: boolean }
  | {
      ok: false;
      reason: 'WRONG' | 'TOO_MANY' | 'TAKEN' | 'LINK' | 'REFUSED' | 'UNREACHABLE';
      message: string;
    };

interface AuthError {
  status: number;
  code?: string | undefined;
  message?: string | undefined;
}

/** Start a session with a password. The session lives in a cookie that scripts cannot read. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  return outcome(() => client().signIn.email({ email, password }));
}

/** Make an account with an open invitation, and sign in to it. */
export async function signUp(
  name: string,
  email: string,
  password: string,
  token: string,
): Promise<SignInResult> {
  return outcome(async () => {
    const response = await fetch('/auth/invitation-sign-up', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-holdout-csrf': '1' },
      body: JSON.stringify({ token, name, email, password }),
    });
    if (response.ok) return { error: null };
    const body: unknown = await response.json();
    return { error: { status: response.status, message: messageIn(body) } };
  });
}

/** Ask for a link to choose a new password with. The answer is the same whether there is such an account. */
export async function requestPasswordReset(email: string): Promise<SignInResult> {
  return outcome(() => client().requestPasswordReset({ email }));
}

/** Choose a new password with the token of such a link. */
export async function resetPassword(token: string, newPassword: string): Promise<SignInResult> {
  return outcome(() => client().resetPassword({ token, newPassword }));
}

function messageIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
    ? body.message
    : '';
}

/** End the session and start from the sign-in page, with nothing of the old one in memory. */
export async function signOut(): Promise<void> {
  const { error } = await client().signOut();
  if (error) console.warn('The session could not be ended on the server.', error);
  window.location.assign('/sign-in');
}

async function outcome(
  attempt: () => Promise<{ error: AuthError | null; data?: unknown }>,
): Promise<SignInResult> {
  try {
    const { error, data } = await attempt();
    if (!error) return { ok: true, isPending: isPending(data) };
    return { ok: false, reason: reasonOf(error), message: error.message ?? '' };
  } catch (error) {
    return {
      ok: false,
      reason: 'UNREACHABLE',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function isPending(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'twoFactorRedirect' in data;
}

function reasonOf({ status, code }: AuthError) {
  if (status === 429) return 'TOO_MANY';
  if (code?.startsWith('USER_ALREADY_EXISTS')) return 'TAKEN';
  if (code === 'INVALID_TOKEN') return 'LINK';
  if (status === 401) return 'WRONG';
  if (status === 0 || status >= 500) return 'UNREACHABLE';
  return 'REFUSED';
}

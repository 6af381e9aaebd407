'use client';

import { createAuthClient } from 'better-auth/client';

const client = () =>
  createAuthClient({
    basePath: '/auth',
    baseURL: window.location.origin,
    fetchOptions: { headers: { 'x-holdout-csrf': '1' } },
  });

export type SignInResult =
  | { ok: true }
  | { ok: false; reason: 'WRONG' | 'TOO_MANY' | 'TAKEN' | 'REFUSED' | 'UNREACHABLE'; message: string };

interface AuthError {
  status: number;
  code?: string | undefined;
  message?: string | undefined;
}

/** Start a session with a password. The session lives in a cookie that scripts cannot read. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  return outcome(() => client().signIn.email({ email, password }));
}

/** Make an account; the api accepts it only together with a pending invitation. */
export async function signUp(
  name: string,
  email: string,
  password: string,
  invitation: string,
): Promise<SignInResult> {
  return outcome(() =>
    client().signUp.email(
      { name, email, password },
      { headers: { 'x-holdout-invitation': invitation, 'x-holdout-csrf': '1' } },
    ),
  );
}

/** End the session and start from the sign-in page, with nothing of the old one in memory. */
export async function signOut(): Promise<void> {
  const { error } = await client().signOut();
  if (error) console.warn('The session could not be ended on the server.', error);
  window.location.assign('/sign-in');
}

async function outcome(attempt: () => Promise<{ error: AuthError | null }>): Promise<SignInResult> {
  try {
    const { error } = await attempt();
    if (!error) return { ok: true };
    return { ok: false, reason: reasonOf(error), message: error.message ?? '' };
  } catch (error) {
    return {
      ok: false,
      reason: 'UNREACHABLE',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function reasonOf({ status, code }: AuthError) {
  if (status === 429) return 'TOO_MANY';
  if (code?.startsWith('USER_ALREADY_EXISTS')) return 'TAKEN';
  if (status === 401) return 'WRONG';
  if (status === 0 || status >= 500) return 'UNREACHABLE';
  return 'REFUSED';
}

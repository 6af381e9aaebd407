'use client';

/** WRONG: the password or the code. EXPIRED: the password has to be given again. */
export type SecondFactorFailure = 'WRONG' | 'EXPIRED' | 'TOO_MANY' | 'UNREACHABLE';

export type SecondFactorResult<T> = { ok: true; answer: T } | { ok: false; reason: SecondFactorFailure };

/** What an authenticator app needs, and the codes that each work once in its place. */
export interface SecondFactorSetUp {
  totpURI: string;
  backupCodes: string[];
}

/** Begins to turn it on: it counts once a code of the app was given. */
export function beginSecondFactor(password: string): Promise<SecondFactorResult<SecondFactorSetUp>> {
  return ask('enable', { password });
}

export function turnOffSecondFactor(password: string): Promise<SecondFactorResult<unknown>> {
  return ask('disable', { password });
}

/** The codes from before work no longer. */
export function replaceBackupCodes(
  password: string,
): Promise<SecondFactorResult<Pick<SecondFactorSetUp, 'backupCodes'>>> {
  return ask('generate-backup-codes', { password });
}

/** What the app shows, or one of the codes that work once: at sign-in, or to turn it on. */
export function giveCode(given: string): Promise<SecondFactorResult<unknown>> {
  const code = given.replaceAll(/\s/g, '');
  return ask(/^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code', { code });
}

async function ask<T>(step: string, body: object): Promise<SecondFactorResult<T>> {
  try {
    const response = await fetch(`/auth/two-factor/${step}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-holdout-csrf': '1' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, answer: answer as T };
    return { ok: false, reason: reasonOf(response.status, answer) };
  } catch {
    return { ok: false, reason: 'UNREACHABLE' };
  }
}

function reasonOf(status: number, answer: unknown): SecondFactorFailure {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : '';
  if (status === 429) return 'TOO_MANY';
  if (code === 'INVALID_TWO_FACTOR_COOKIE' || code.startsWith('TOO_MANY_ATTEMPTS')) return 'EXPIRED';
  return status >= 500 ? 'UNREACHABLE' : 'WRONG';
}

'use client';

import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** What came of asking a device for a passkey. CANCELLED: the reader closed the device's question, or it had nothing to offer. */
export type PasskeyResult =
  { ok: true } | { ok: false; reason: 'CANCELLED' | 'REFUSED' | 'STALE' | 'UNREACHABLE'; message: string };

/** Adds a passkey to the account of the session. */
export function addPasskey(name: string): Promise<PasskeyResult> {
  return attempt(async () => {
    const optionsJSON = await ask<RegistrationOptions>('generate-register-options');
    await ask('verify-registration', { response: await startRegistration({ optionsJSON }), name });
  });
}

/** Starts a session with a passkey of this device. */
export function signInWithPasskey(): Promise<PasskeyResult> {
  return attempt(async () => {
    const optionsJSON = await ask<AuthenticationOptions>('generate-authenticate-options');
    await ask('verify-authentication', { response: await startAuthentication({ optionsJSON }) });
  });
}

type RegistrationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];
type AuthenticationOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

class RefusedError extends Error {
  constructor(
    readonly reason: 'REFUSED' | 'STALE',
    message: string,
  ) {
    super(message);
  }
}

async function ask<T>(step: string, body?: object): Promise<T> {
  const response = await fetch(`/auth/passkey/${step}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', 'x-holdout-csrf': '1' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as T;
  if (response.ok) return answer;
  const isStale = JSON.stringify(answer).includes('SESSION_NOT_FRESH');
  throw new RefusedError(isStale ? 'STALE' : 'REFUSED', messageIn(answer));
}

async function attempt(work: () => Promise<void>): Promise<PasskeyResult> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof RefusedError) return { ok: false, reason: error.reason, message };
    // Devices say NotAllowedError both when asked to stop and when nothing fits.
    const isCancelled =
      error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
    return { ok: false, reason: isCancelled ? 'CANCELLED' : 'UNREACHABLE', message };
  }
}

function messageIn(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return '';
  if ('message' in answer && typeof answer.message === 'string') return answer.message;
  return 'error' in answer ? messageIn(answer.error) : '';
}

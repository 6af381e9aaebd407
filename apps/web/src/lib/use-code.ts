'use client';

import { useState, type FormEvent } from 'react';
import { giveCode, type SecondFactorFailure } from './second-factor';

/** Gives the code in the field `code` of a form. */
export function useCode(onDone: () => void) {
  const [failure, setFailure] = useState<SecondFactorFailure | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code'));
    setBusy(true);
    setFailure(null);
    const result = await giveCode(code);
    if (result.ok) return onDone();
    setBusy(false);
    setFailure(result.reason);
  }

  return { failure, isBusy, submit };
}

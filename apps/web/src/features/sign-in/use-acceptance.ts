'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AcceptInvitationDocument } from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import { useMutation } from '@/lib/apollo/use-mutation';
import { signIn, signUp } from '@/lib/auth';
import { forgetOrganization, rememberOrganization } from '@/lib/organization-cookie';

/** Whether somebody makes an account, or signs in to the one they have. */
export type Way = 'new' | 'existing';

/** Accepts an invitation: as who is signed in, or after making an account or signing in. */
export function useAcceptance(token: string) {
  const t = useTranslations('invitation');
  const signInText = useTranslations('signIn');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isPending, setPending] = useState(false);
  const [acceptInvitation] = useMutation(AcceptInvitationDocument);

  function refuse(why: string) {
    setProblem(why);
    setBusy(false);
  }

  async function acceptNow() {
    try {
      const { data } = await acceptInvitation({ variables: { token } });
      const slug = data?.acceptInvitation.organization.slug;
      if (slug) rememberOrganization(slug);
      window.location.assign('/');
    } catch (error) {
      const { code, message } = apiFailure(error);
      refuse(code === 'UNREACHABLE' || code === 'INTERNAL' ? t('unreachable') : message);
    }
  }

  /** An account is made with the invitation, which is thereby accepted. It is in no other organization yet. */
  function arrive() {
    forgetOrganization();
    window.location.assign('/');
  }

  /** @param as null where somebody is signed in */
  async function accept(as: { way: Way; form: FormData } | null) {
    setBusy(true);
    setProblem(null);
    if (!as) return acceptNow();
    const result = await entered(as.way, as.form, token);
    if (result.ok && as.way === 'new') return arrive();
    if (result.ok && !result.isPending) return acceptNow();
    if (result.ok) return setPending(true);
    refuse(
      result.reason === 'REFUSED' && result.message ? result.message : signInText(`reason.${result.reason}`),
    );
  }

  function goBack() {
    setPending(false);
    setBusy(false);
  }

  return { accept, problem, isBusy, isPending, goBack };
}

function entered(way: Way, form: FormData, token: string) {
  const text = (field: string) => String(form.get(field) ?? '');
  // A space may be a part of a password: signing in takes it as one.
  const [name, email, password] = [text('name').trim(), text('email').trim(), text('password')];
  return way === 'new' ? signUp(name, email, password, token) : signIn(email, password);
}

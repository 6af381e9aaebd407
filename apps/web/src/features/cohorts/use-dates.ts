'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { SetAssignmentDatesDocument, type DatesFieldsFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { fromField, toField } from './local-date-time';

/** The dates of one assignment as somebody is changing them. */
export function useDates(cohortId: string, dates: DatesFieldsFragment, onDone: () => void) {
  const router = useRouter();
  const [opensAt, setOpens] = useState(toField(dates.opensAt));
  const [dueAt, setDue] = useState(toField(dates.dueAt));
  const [closesAt, setCloses] = useState(toField(dates.closesAt));
  const late = useLatePolicy(dates.latePolicy);
  const [reason, setReason] = useState('');
  const [set, { loading, error }] = useMutation(SetAssignmentDatesDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { takesLate, percent, days } = late;
    const latePolicy = takesLate ? { perDayPenalty: percent / 100, maxDays: days } : null;
    const when = { opensAt: fromField(opensAt), dueAt: fromField(dueAt), closesAt: fromField(closesAt) };
    const { slug } = dates.assignment;
    const answer = await set({
      variables: { input: { cohortId, assignmentSlug: slug, ...when, latePolicy, reason } },
    });
    if (answer.error) return;
    onDone();
    setReason('');
    router.refresh();
  }

  const times = [
    ['opensAt', opensAt, setOpens],
    ['dueAt', dueAt, setDue],
    ['closesAt', closesAt, setCloses],
  ] as const;
  return { times, late, reason, setReason, submit, loading, error };
}

/** Whether late work is taken, for how many days, and what a day costs. */
function useLatePolicy(policy: DatesFieldsFragment['latePolicy']) {
  const [takesLate, setTakesLate] = useState(policy !== null);
  const [percent, setPercent] = useState((policy?.perDayPenalty ?? 0.1) * 100);
  const [days, setDays] = useState(policy?.maxDays ?? 3);
  return { takesLate, setTakesLate, percent, setPercent, days, setDays };
}

export type LatePolicy = ReturnType<typeof useLatePolicy>;

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  ReplyToRegradeRequestDocument,
  RequestRegradeDocument,
  type RegradeFragment,
} from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { NearMessageForm } from './near-message-form';
import { RegradeThread } from './regrade-thread';

interface Props {
  runId: string;
  initial: RegradeFragment[];
  /** The reader handed the run in; otherwise they are of the staff. */
  isOwn: boolean;
}

/** Asking a person to look again: the reason, the answers, and what was decided. */
export function RegradeSection({ runId, initial, isOwn }: Props) {
  const t = useTranslations('regrade');
  const [requests, setRequests] = useState(initial);
  const [request] = useMutation(RequestRegradeDocument);
  const [reply] = useMutation(ReplyToRegradeRequestDocument);
  const isOneOpen = requests.some(({ status }) => status === 'OPEN');

  async function ask(reason: string) {
    const { data } = await request({ variables: { runId, reason } });
    if (data) setRequests([data.requestRegrade, ...requests]);
  }

  async function answer(requestId: string, text: string, decision: 'ACCEPTED' | 'DECLINED' | null) {
    const { data } = await reply({ variables: { input: { requestId, text, decision } } });
    const changed = data?.replyToRegradeRequest;
    if (changed) setRequests(requests.map((known) => (known.id === changed.id ? changed : known)));
  }

  return (
    <>
      {requests.map((known) => (
        <RegradeThread
          key={known.id}
          request={known}
          isOwn={isOwn}
          onAnswer={(text, decision) => answer(known.id, text, decision)}
        />
      ))}
      {isOwn && !isOneOpen && (
        <NearMessageForm
          label={t('reason')}
          hint={t('reasonHint')}
          actions={[{ label: t('ask'), send: ask }]}
        />
      )}
      {!isOwn && requests.length === 0 && <p>{t('none')}</p>}
    </>
  );
}

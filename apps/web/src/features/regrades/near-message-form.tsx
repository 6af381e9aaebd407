'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { useNear } from '@/lib/use-near';
import { Block } from '@/ui/skeleton';
import type { MessageFormProps } from './message-form';

const Loading = () => <Block height="9.5rem" />;
const MessageForm = dynamic(() => import('./message-form').then((module) => module.MessageForm), {
  ssr: false,
  loading: Loading,
});

/** A message form that is fetched when somebody comes near: it stands below everything else of a score, and is heavy. */
export function NearMessageForm(props: MessageFormProps) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNear(place);
  return <div ref={place}>{isNear ? <MessageForm {...props} /> : <Loading />}</div>;
}

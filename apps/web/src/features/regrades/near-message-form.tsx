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

/** A message form that is loaded when the reader comes near, because it is heavy and below everything else on a score page. */
export function NearMessageForm(props: MessageFormProps) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNear(place);
  return <div ref={place}>{isNear ? <MessageForm {...props} /> : <Loading />}</div>;
}

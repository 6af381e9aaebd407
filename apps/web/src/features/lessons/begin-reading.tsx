'use client';

import { useEffect } from 'react';
import { BeginReadingDocument } from '@/generated/graphql';
import { mutate } from '@/lib/apollo/ask';

interface Props {
  lessonId: string;
  version: number;
}

/** Keeps the version that lies open as the reader's own. Said by the browser: pages are also made ahead for links nobody follows. */
export function BeginReading({ lessonId, version }: Props) {
  useEffect(() => {
    // Reading goes on without: the next visit says it again.
    mutate(BeginReadingDocument, { variables: { lessonId, version } }).catch(() => undefined);
  }, [lessonId, version]);
  return null;
}

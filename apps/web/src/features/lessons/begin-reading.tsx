'use client';

import { useEffect } from 'react';
import { BeginReadingDocument } from '@/generated/graphql';
import { mutate } from '@/lib/apollo/ask';

interface Props {
  lessonId: string;
  version: number;
}

/**
 * Records the version being read as the reader's own. The browser reports it, because pages are also rendered ahead for
 * links that nobody follows.
 */
export function BeginReading({ lessonId, version }: Props) {
  useEffect(() => {
    // Reading works without it, and the next visit reports it again.
    mutate(BeginReadingDocument, { variables: { lessonId, version } }).catch(() => undefined);
  }, [lessonId, version]);
  return null;
}

'use client';

import { useThrottledCallback } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { RerunChangedDocument } from '@/generated/graphql';
import { useSubscription } from '@/lib/apollo/use-subscription';

/** Runs may end in quick succession; the page is made anew for all of them together. */
const APART_MS = 700;

/** Shows the page anew whenever the re-run or one of its runs changes. */
export function useRerunChanges(id: string): void {
  const router = useRouter();
  const refresh = useThrottledCallback(() => router.refresh(), APART_MS);
  useSubscription(RerunChangedDocument, { variables: { id }, onData: refresh });
}

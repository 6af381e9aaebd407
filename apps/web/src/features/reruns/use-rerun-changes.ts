'use client';

import { useThrottledCallback } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { RerunChangedDocument } from '@/generated/graphql';
import { useSubscription } from '@/lib/apollo/use-subscription';

/** Runs may end in quick succession, so the page is refreshed once for all of them. */
const APART_MS = 700;

/** Refreshes the page whenever the re-run or one of its runs changes. */
export function useRerunChanges(id: string): void {
  const router = useRouter();
  const refresh = useThrottledCallback(() => router.refresh(), APART_MS);
  useSubscription(RerunChangedDocument, { variables: { id }, onData: refresh });
}

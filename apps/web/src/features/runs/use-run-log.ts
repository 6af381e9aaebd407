import { useState } from 'react';
import { RunLogAppendedDocument, type LogLineFragment } from '@/generated/graphql';
import { useSubscription } from '@/lib/apollo/use-subscription';
import { mergeChunks } from './log-lines';

interface RunLogState {
  chunks: LogLineFragment[];
  /** Nothing was said yet. */
  isWaiting: boolean;
  error: unknown;
}

/** The whole log of a run: the subscription sends what is there first, then what is added, and ends with the run. */
export function useRunLog(runId: string): RunLogState {
  const [chunks, setChunks] = useState<LogLineFragment[]>([]);
  const { data, error } = useSubscription(RunLogAppendedDocument, {
    variables: { runId },
    onData: ({ runLogAppended }) => setChunks((known) => mergeChunks(known, runLogAppended)),
  });
  return { chunks, isWaiting: data === undefined, error };
}

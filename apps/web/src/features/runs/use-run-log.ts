import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { RunLogAppendedDocument, RunLogDocument, type LogLineFragment } from '@/generated/graphql';
import { mergeChunks } from './log-lines';

interface RunLogState {
  chunks: LogLineFragment[];
  isLoading: boolean;
  error: unknown;
}

/** The whole log of a run: page by page where it has ended, by subscription while it goes on. */
export function useRunLog(runId: string, isLive: boolean): RunLogState {
  const client = useApolloClient();
  const [state, setState] = useState<RunLogState>({ chunks: [], isLoading: !isLive, error: null });
  // Which way to read is decided once: the subscription sends what is there first, and stays valid after the end.
  const [wasLive] = useState(isLive);
  const { error } = useSubscription(RunLogAppendedDocument, {
    variables: { runId },
    skip: !wasLive,
    fetchPolicy: 'no-cache',
    onData: ({ data }) =>
      setState((known) => ({ ...known, chunks: mergeChunks(known.chunks, data.data?.runLogAppended ?? []) })),
  });

  useEffect(() => {
    if (wasLive) return;
    let isGone = false;
    async function readAll() {
      let chunks: LogLineFragment[] = [];
      for (;;) {
        const { data } = await client.query({
          query: RunLogDocument,
          variables: { runId, afterSequence: chunks.at(-1)?.sequence ?? null },
          fetchPolicy: 'no-cache',
        });
        const page = data?.runLog ?? [];
        chunks = [...chunks, ...page];
        if (isGone) return;
        setState({ chunks, isLoading: page.length > 0, error: null });
        if (page.length === 0) return;
      }
    }
    readAll().catch((failure: unknown) => {
      if (!isGone) setState((known) => ({ ...known, isLoading: false, error: failure }));
    });
    return () => {
      isGone = true;
    };
  }, [client, runId, wasLive]);

  return { ...state, error: state.error ?? error };
}

import { startTransition, useEffect, useRef, useState } from 'react';
import type { TypedDocumentString } from '@/generated/graphql';
import { whenIdle } from '@/lib/when-idle';
import { documentIdOf } from './document-id';
import { RefusedAnswer } from './errors';
import { openSocket } from './socket';

interface Options<Data, Variables> {
  variables?: Variables;
  skip?: boolean;
  onData?: (data: Data) => void;
}

interface State<Data> {
  of: string;
  data?: Data | undefined;
  error?: Error | undefined;
}

/** What the server last said, by the page's socket: pages subscribe as soon as they stand, so this does without Apollo. */
export function useSubscription<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Data, Variables>,
  { variables, skip = false, onData }: Options<Data, Variables> = {},
): { data?: Data | undefined; error?: Error | undefined } {
  const documentId = documentIdOf(document);
  const asked = JSON.stringify(variables ?? {});
  const [state, setState] = useState<State<Data>>({ of: asked });
  const heard = useRef(onData);
  useEffect(() => {
    heard.current = onData;
  });

  useEffect(() => {
    if (skip) return;
    const subscribe = () =>
      openSocket().subscribe<Data>(
        {
          query: '',
          extensions: { documentId },
          variables: JSON.parse(asked) as Record<string, unknown>,
        },
        {
          // What is said may be long, such as a whole log: showing it gives way to presses.
          next: ({ data, errors }) =>
            startTransition(() => {
              setState({
                of: asked,
                data: data ?? undefined,
                error: errors && new RefusedAnswer(errors),
              });
              if (data) heard.current?.(data);
            }),
          error: (cause) => setState((known) => ({ ...known, of: asked, error: errorOf(cause) })),
          complete: () => undefined,
        },
      );
    let end = whenIdle(() => {
      end = subscribe();
    });
    return () => end();
  }, [documentId, asked, skip]);

  return skip || state.of !== asked ? {} : state;
}

/** The server's refusal is a list; a socket that will not open again is an event. */
function errorOf(cause: unknown): Error {
  if (Array.isArray(cause)) return new RefusedAnswer(cause);
  return cause instanceof Error ? cause : new Error('The connection is lost.');
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchAtFirstTouch, type Answer, type Asked, type ErrorPolicy } from './ask';

export interface Asking<Data, Variables> extends Answer<Data> {
  loading: boolean;
  /** Of the newest question. */
  variables?: Variables | undefined;
  reset: () => void;
}

type State<Data, Variables> = Omit<Asking<Data, Variables>, 'reset'>;

interface Defaults {
  errorPolicy?: ErrorPolicy;
  /** While the next answer is on its way, what the last one said stays. */
  keepsData?: boolean;
}

const IDLE = { loading: false };

/** What a component knows about a question that it asks: that it is on its way, and what came of it. Only the newest counts. */
export function useAsking<Data, Variables>(
  ask: (options: Asked<Variables>) => Promise<Answer<Data>>,
  defaults: Defaults = {},
): [(...options: AskArguments<Variables>) => Promise<Answer<Data>>, Asking<Data, Variables>] {
  const [state, setState] = useState<State<Data, Variables>>(IDLE);
  const newest = useRef(0);
  const given = useRef({ ask, defaults });
  useEffect(() => {
    given.current = { ask, defaults };
  });
  useEffect(fetchAtFirstTouch, []);

  const start = useCallback(async (...[options]: AskArguments<Variables>) => {
    const { keepsData, errorPolicy } = given.current.defaults;
    const asked = { errorPolicy, ...options } as Asked<Variables>;
    const number = ++newest.current;
    const show = (next: State<Data, Variables>) => newest.current === number && setState(next);
    setState(({ data }) => ({
      data: keepsData ? data : undefined,
      loading: true,
      variables: asked.variables,
    }));
    try {
      const answer = await given.current.ask(asked);
      show({ ...answer, loading: false, variables: asked.variables });
      return answer;
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      show({ error, loading: false, variables: asked.variables });
      if (asked.errorPolicy === 'all') return { error };
      throw error;
    }
  }, []);
  const reset = useCallback(() => {
    newest.current += 1;
    setState(IDLE);
  }, []);
  return [start, { ...state, reset }];
}

/** Nothing has to be said where no variable is required. */
export type AskArguments<Variables> =
  Record<string, never> extends Variables ? [options?: Asked<Variables>] : [options: Asked<Variables>];

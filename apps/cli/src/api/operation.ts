import type { z } from 'zod';

/** A GraphQL document with the shape of its answer: what the server says is checked before it is used. */
export interface Operation<Variables extends Record<string, unknown>, Result> {
  readonly document: string;
  readonly result: z.ZodType<Result>;
  /** Only a type: keeps the variables of a call in step with the document. */
  readonly variables?: Variables;
}

export function operation<Variables extends Record<string, unknown>>() {
  return <Result>(document: string, result: z.ZodType<Result>): Operation<Variables, Result> => ({
    document,
    result,
  });
}

import { REPRODUCTION_VERDICTS } from '@holdout/domain';
import { z } from 'zod';
import { parsed, type Sources } from './sources.js';

const list = z.object({
  reproductions: z.array(z.object({ verdict: z.enum(REPRODUCTION_VERDICTS), at: z.iso.datetime() })).max(500),
});

/** That a result was run again, and what came of it. */
export type PublishedReproduction = z.infer<typeof list>['reproductions'][number];

/**
 * What an issuer says came of running the result of a receipt again, newest first: its word as of now, which nobody signed. Null where
 * it says nothing, as issuers of other software do, and where nothing may be fetched.
 */
export async function reproductionsOf(
  receiptAddress: string,
  sources: Sources,
): Promise<PublishedReproduction[] | null> {
  const text = await sources.byAddress(`${receiptAddress}/reproductions`);
  return text === null ? null : (list.safeParse(parsed(text)).data?.reproductions ?? null);
}

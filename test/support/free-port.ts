const PREFLIGHT = new URL('../../infra/local/steps/preflight.mjs', import.meta.url).href;

/** A port of this machine that nobody listened on a moment ago, as `npm start` finds one. */
export async function freePort(): Promise<number> {
  const preflight = (await import(PREFLIGHT)) as { freePort(): Promise<number> };
  return preflight.freePort();
}

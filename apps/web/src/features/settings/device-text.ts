const BROWSERS = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
  ['holdout', 'holdout (command line)'],
  ['node', 'Command line'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS X', 'macOS'],
  ['Windows', 'Windows'],
  ['Linux', 'Linux'],
] as const;

/** Browser and system as a person would name them; null when the browser did not say. */
export function deviceText(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const first = (names: readonly (readonly [string, string])[]) =>
    names.find(([mark]) => userAgent.includes(mark))?.[1];
  const browser = first(BROWSERS);
  const system = first(SYSTEMS);
  if (!browser && !system) return null;
  return [browser, system].filter(Boolean).join(', ');
}

/** What a student confirms with a submission if its assignment states no policy of its own. */
export const DEFAULT_INTEGRITY_POLICY =
  'What you hand in is your own work. You may use libraries, write-ups and AI tools; say below which of them wrote parts of it, and who else helped. You can explain every line, and may be asked to. Hidden answers are not searched for, and no one else’s submission is handed in.';

/** The policy that a version's definition states, or the platform's. */
export function integrityPolicyOf(definition: unknown): string {
  const stated =
    typeof definition === 'object' && definition !== null && 'integrityPolicy' in definition
      ? definition.integrityPolicy
      : null;
  return typeof stated === 'string' ? stated : DEFAULT_INTEGRITY_POLICY;
}

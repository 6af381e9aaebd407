const REASONS = [
  'ARCHIVE_REJECTED',
  'CONFIG_INVALID',
  'TRAIN_MISSING',
  'ENTRY_POINT_MISSING',
  'CRASHED',
  'TIMED_OUT',
  'OUT_OF_MEMORY',
  'DISK_FULL',
  'TOO_MANY_PROCESSES',
  'OUTPUT_FLOOD',
  'OUTPUT_MISSING',
  'OUTPUT_INVALID',
  'PREDICTIONS_REJECTED',
  'PROBE_FAILED',
] as const;

export type ReasonKey = (typeof REASONS)[number] | 'OTHER';

/** The reason as a key of the texts; a reason this page does not know yet reads as OTHER. */
export function reasonKey(reason: string | null): ReasonKey {
  return REASONS.find((known) => known === reason) ?? 'OTHER';
}

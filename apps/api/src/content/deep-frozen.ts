/** The same value, which nobody can change from now on. Of plain data: without cycles. */
export function deepFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value) as unknown[])
    if (typeof part === 'object' && part !== null) deepFrozen(part);
  return Object.freeze(value);
}

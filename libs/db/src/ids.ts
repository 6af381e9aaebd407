import { randomBytes } from 'node:crypto';
import { NotFoundError } from '@holdout/domain';

/** A version 7 UUID: later ids sort later, which keeps indexes compact. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Checks an id from outside before it reaches a query.
 * @throws NotFoundError when it cannot be an id.
 */
export function checkedId(value: string, what: string): string {
  if (!UUID.test(value)) throw new NotFoundError(what);
  return value.toLowerCase();
}

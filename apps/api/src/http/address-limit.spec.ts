import { AddressLimit } from './address-limit.js';

it('holds each address to its own count, which begins again every minute', () => {
  const limit = new AddressLimit(2);
  const take = (address: string, now: number) => () => limit.take(address, now);
  for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2']) take(address, 100_000)();
  expect(take('192.0.2.1', 159_999)).toThrow(/more than 2 requests/);
  expect(take('192.0.2.2', 159_999)).not.toThrow();
  expect(take('192.0.2.1', 160_000)).not.toThrow();
});

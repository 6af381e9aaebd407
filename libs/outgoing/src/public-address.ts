import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import { lookup } from 'node:dns/promises';
import { BadUserInputError } from '@holdout/domain';

/** Addresses that are not of the public internet (IANA special-purpose registries), or that stand for such in IPv6. */
const SPECIAL: [network: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];
const special = new BlockList();
for (const [network, prefix, family] of SPECIAL) special.addSubnet(network, prefix, family);
/** The only part of IPv6 that is given out as global unicast. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** Can the address belong to a server of the public internet? */
export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !special.check(address, 'ipv4');
  return global6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/**
 * Resolves a host once, and returns a lookup that always answers with the result, so that the owner of the name cannot
 * change it between the check and the connection.
 * @throws BadUserInputError when the host is unknown, or any of its addresses is not public
 */
export async function pinnedLookup(host: string): Promise<LookupFunction> {
  const found = await lookup(host, { all: true, verbatim: true }).catch(() => []);
  const [first] = found;
  if (!first)
    throw new BadUserInputError(`There is no server called ${host}. Check the address.`, { field: 'url' });
  if (!found.every(({ address }) => isPublicAddress(address))) {
    throw new BadUserInputError(
      `${host} is not a server of the public internet, so it is not fetched from.`,
      {
        field: 'url',
      },
    );
  }
  return pinnedTo(first.address, first.family);
}

export function pinnedTo(address: string, family: number): LookupFunction {
  return (_host, { all }, answer) =>
    all ? answer(null, [{ address, family }]) : answer(null, address, family);
}

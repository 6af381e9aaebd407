import { isPublicAddress, pinnedLookup } from './public-address.js';

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:db8::1',
])('takes %s for no public server', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['1.1.1.1', '140.82.121.4', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
  'takes %s for a public server',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it('refuses a name that leads to this machine', async () => {
  await expect(pinnedLookup('localhost')).rejects.toThrow('not a server of the public internet');
});

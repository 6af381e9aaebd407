import { packOf } from './pack-of.js';
import { FLUSH, packet } from './pkt-line.js';

/** An answer that arrives in pieces of a few bytes. */
async function* answer(...packets: string[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(packets.join(''), 'latin1');
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
const shallow = [packet('shallow-info\n'), packet(`shallow ${'a'.repeat(40)}\n`), '0001'];

it('puts the data of the side band together, and leaves progress out', async () => {
  const pack = await packOf(
    answer(
      ...shallow,
      packet('packfile\n'),
      packet('\x01PACK'),
      packet('\x02counting'),
      packet('\x01 end'),
      FLUSH,
    ),
    100,
  );
  expect(pack.toString()).toBe('PACK end');
});

it('stops at more bytes than are taken', async () => {
  await expect(
    packOf(answer(packet('packfile\n'), packet(`\x01${'x'.repeat(50)}`), FLUSH), 49),
  ).rejects.toThrow('larger than the 49 bytes');
});

it('does not repeat what the server says', async () => {
  await expect(packOf(answer(packet('ERR upload-pack: <script>')), 100)).rejects.toThrow(
    /^The server does not provide this commit/,
  );
});

it.each([
  ['a web page', '<!doctype html>'],
  ['nothing', ''],
  ['half a packet', '00ff12'],
  ['an end before a packfile', FLUSH],
])('takes %s for no answer of git', async (_, text) => {
  await expect(packOf(answer(text), 100)).rejects.toThrow(RangeError);
});

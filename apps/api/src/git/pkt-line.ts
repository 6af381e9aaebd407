/** One line of git's wire protocol: text or bytes, or one of its marks. */
export type Packet = { kind: 'data'; bytes: Buffer } | { kind: 'flush' | 'delim' | 'end' };

const MARKS = new Map<number, Packet['kind']>([
  [0, 'flush'],
  [1, 'delim'],
  [2, 'end'],
]);
const MOST_BYTES = 65_520;

export const FLUSH = '0000';
export const DELIM = '0001';

export function packet(text: string): string {
  return (Buffer.byteLength(text) + 4).toString(16).padStart(4, '0') + text;
}

/**
 * Packets of a stream as it comes.
 * @throws RangeError when it is not made of packets
 */
export async function* packetsOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Packet> {
  let waiting = Buffer.alloc(0);
  for await (const chunk of stream) {
    waiting = Buffer.concat([waiting, chunk]);
    let at = 0;
    while (waiting.length - at >= 4) {
      const size = sizeOf(waiting.subarray(at, at + 4));
      const mark = MARKS.get(size);
      if (mark && mark !== 'data') {
        yield { kind: mark };
        at += 4;
        continue;
      }
      if (waiting.length - at < size) break;
      yield { kind: 'data', bytes: waiting.subarray(at + 4, at + size) };
      at += size;
    }
    waiting = waiting.subarray(at);
  }
  if (waiting.length > 0) throw new RangeError('The answer ends inside a packet.');
}

function sizeOf(digits: Buffer): number {
  const text = digits.toString('latin1');
  const size = /^[0-9a-fA-F]{4}$/.test(text) ? Number.parseInt(text, 16) : -1;
  if (size === 3 || size < 0 || size > MOST_BYTES) throw new RangeError('The answer is not made of packets.');
  return size;
}

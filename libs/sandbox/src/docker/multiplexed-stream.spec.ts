import { MultiplexedStream } from './multiplexed-stream.js';

function packet(stream: number, text: string): Buffer {
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(text.length, 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

it('splits stdout from stderr however the bytes are cut', () => {
  const bytes = Buffer.concat([
    packet(1, 'out'),
    packet(2, 'log'),
    packet(1, ''),
    packet(2, ' more'),
    packet(1, 'put'),
  ]);
  for (let size = 1; size <= bytes.length; size++) {
    let [out, log] = ['', ''];
    const split = new MultiplexedStream(
      (chunk) => (out += chunk.toString()),
      (chunk) => (log += chunk.toString()),
    );
    for (let at = 0; at < bytes.length; at += size) split.push(bytes.subarray(at, at + size));

    expect([out, log]).toEqual(['output', 'log more']);
  }
});

import { encodeFrame, FrameParser, MAX_PAYLOAD_BYTES, ProtocolError } from './frames.js';

function parse(chunks: Buffer[]): [string, string][] {
  const frames: [string, string][] = [];
  const parser = new FrameParser((type, payload) => frames.push([type, payload.toString()]));
  chunks.forEach((chunk) => parser.push(chunk));
  return frames;
}

describe('frames', () => {
  const bytes = Buffer.concat([
    encodeFrame('R', Buffer.from('{}')),
    encodeFrame('E'),
    encodeFrame('X', Buffer.from('abc')),
  ]);
  const frames = [
    ['R', '{}'],
    ['E', ''],
    ['X', 'abc'],
  ];

  it('are the same however the bytes are cut', () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(parse([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(frames);
    }
    expect(parse([...bytes].map((byte) => Buffer.from([byte])))).toEqual(frames);
  });

  it('over the cap are refused before their payload is held', () => {
    const header = Buffer.from([0x44, 0xff, 0xff, 0xff, 0xff]);

    expect(() => parse([header])).toThrow(ProtocolError);
    expect(() => encodeFrame('D', Buffer.alloc(MAX_PAYLOAD_BYTES + 1))).toThrow(RangeError);
  });
});

import { createHash } from 'node:crypto';
import { ProtocolError } from './frames.js';
import { OutputCollector } from './outputs.js';

function head(name: string, content: string, change: Record<string, unknown> = {}): Buffer {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return Buffer.from(JSON.stringify({ name, size: content.length, sha256, ...change }));
}

describe('collected outputs', () => {
  let collector: OutputCollector;

  beforeEach(() => {
    collector = new OutputCollector(new Map([['a', 10], ['b', 10]]), 12); // prettier-ignore
  });

  it('arrive in pieces, and may be empty', () => {
    collector.begin(head('a', 'hello'));
    collector.data(Buffer.from('hel'));
    collector.data(Buffer.from('lo'));
    collector.begin(head('b', ''));
    collector.requireComplete();

    expect(Object.fromEntries(collector.outputs)).toEqual({ a: Buffer.from('hello'), b: Buffer.alloc(0) });
  });

  it.each([
    ['one nobody asked for', () => collector.begin(head('c', 'x'))],
    ['one over its cap', () => collector.begin(head('a', 'x'.repeat(11)))],
    ['data before an announcement', () => collector.data(Buffer.from('x'))],
    ['an announcement that is no JSON', () => collector.begin(Buffer.from('{'))],
    ['a negative size', () => collector.begin(head('a', 'x', { size: -1 }))],
  ])('refuse %s', (_name, act) => {
    expect(act).toThrow(ProtocolError);
  });

  it('refuse one that comes twice, one inside another, and all of them over the total', () => {
    collector.begin(head('a', 'x'));
    expect(() => collector.begin(head('b', 'y'))).toThrow(ProtocolError);
    collector.data(Buffer.from('x'));
    expect(() => collector.begin(head('a', 'x'))).toThrow(ProtocolError);
    collector = new OutputCollector(new Map([['a', 10]]), 5);
    expect(() => collector.begin(head('a', '123456'))).toThrow(ProtocolError);
  });

  it('refuse bytes that do not match their announcement', () => {
    collector.begin(head('a', 'abc'));
    expect(() => collector.data(Buffer.from('abd'))).toThrow(ProtocolError);
    collector = new OutputCollector(new Map([['a', 10]]), 12);
    collector.begin(head('a', 'abc'));
    expect(() => collector.data(Buffer.from('abcd'))).toThrow(ProtocolError);
  });

  it('are incomplete until every announced byte came', () => {
    collector.begin(head('a', 'abc'));
    expect(() => collector.requireComplete()).toThrow(ProtocolError);
  });
});

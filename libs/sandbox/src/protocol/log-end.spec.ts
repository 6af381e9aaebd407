import { LogEnd } from './log-end.js';

const mark = Buffer.from('\0holdout-log-end\0');

function read(chunks: Buffer[]): { text: string; isReached: boolean } {
  let text = '';
  const end = new LogEnd((chunk) => (text += chunk.toString('latin1')));
  chunks.forEach((chunk) => end.push(chunk));
  const { isReached } = end;
  end.flush();
  return { text, isReached };
}

describe('the end of a log', () => {
  it('is recognized wherever the chunks are cut, and is not part of the log', () => {
    const bytes = Buffer.concat([Buffer.from('a\0b'), mark]);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual({ text: 'a\0b', isReached: true });
    }
    expect(read([...bytes].map((byte) => Buffer.from([byte])))).toEqual({ text: 'a\0b', isReached: true });
  });

  it('is not reached by a beginning of the mark, nor by a mark that more follows', () => {
    expect(read([mark.subarray(0, 5)])).toEqual({ text: '\0hold', isReached: false });
    expect(read([Buffer.concat([mark, Buffer.from('more')])])).toEqual({
      text: `${mark.toString()}more`,
      isReached: false,
    });
    expect(read([mark, Buffer.from('more')])).toEqual({ text: `${mark.toString()}more`, isReached: false });
    expect(read([Buffer.concat([Buffer.from('\0'), mark])])).toEqual({ text: '\0', isReached: true });
  });
});

import { BadUserInputError } from '@holdout/domain';
import { packetsOf } from './pkt-line.js';

const [DATA, , ERROR] = [1, 2, 3];

/**
 * The packfile in a server's answer to `fetch` (protocol version 2).
 * @throws BadUserInputError when the server refuses, or sends more than `maxBytes`
 * @throws RangeError when the answer is not git's
 */
export async function packOf(answer: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  let isPack = false;
  for await (const packet of packetsOf(answer)) {
    if (packet.kind !== 'data') continue;
    const { bytes } = packet;
    if (!isPack) {
      const line = bytes.toString('utf8').trim();
      if (line.startsWith('ERR ')) throw refusedByServer();
      isPack = line === 'packfile';
    } else if (bytes[0] === DATA) {
      size += bytes.length - 1;
      if (size > maxBytes) {
        throw new BadUserInputError(
          `The commit is larger than the ${maxBytes} bytes that this assignment accepts. Leave data, caches and environments out of the repository.`,
          { field: 'commit', limit: maxBytes },
        );
      }
      parts.push(Buffer.from(bytes.subarray(1)));
    } else if (bytes[0] === ERROR) throw refusedByServer();
  }
  if (!isPack || size === 0) throw new RangeError('The answer holds no packfile.');
  return Buffer.concat(parts, size);
}

/** The server's own words stay out: they are a stranger's text. */
function refusedByServer(): BadUserInputError {
  return new BadUserInputError(
    'The server does not provide this commit. Check that it was pushed, and that all 40 digits are right.',
    { field: 'commit' },
  );
}

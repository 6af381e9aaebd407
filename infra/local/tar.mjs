/** A build context as an uncompressed tar, the same bytes for the same files. */

/**
 * @param {{ name: string, content: Buffer }[]} files names up to 100 bytes
 * @returns {Buffer}
 */
export function tarOf(files) {
  const parts = files.flatMap(({ name, content }) => [
    header(name, content.length),
    content,
    Buffer.alloc((512 - (content.length % 512)) % 512),
  ]);
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** @param {string} name @param {number} size */
function header(name, size) {
  if (Buffer.byteLength(name) > 100) throw new Error(`The path ${name} is too long for a build context.`);
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write('0000644\0' + '0000000\0' + '0000000\0', 100);
  block.write(`${size.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124);
  block.write(' '.repeat(8) + '0', 148);
  block.write('ustar\0' + '00', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

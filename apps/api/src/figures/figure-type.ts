import type { FigureType } from '@holdout/domain';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** What a picture is by its first bytes, whatever it is called; null for anything else, such as SVG, which can run scripts. */
export function figureTypeOf(content: Buffer): FigureType | null {
  if (startsWith(content, PNG)) return 'image/png';
  if (startsWith(content, JPEG)) return 'image/jpeg';
  const isWebp = content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP';
  return isWebp ? 'image/webp' : null;
}

const startsWith = (content: Buffer, start: Buffer) => content.subarray(0, start.length).equals(start);

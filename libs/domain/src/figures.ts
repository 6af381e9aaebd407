import type { FigureType } from './lessons.js';

/** The address of a stored figure. */
export const figureAddress = (id: string): string => `/files/figures/${id}`;

const ADDRESS = /\/files\/figures\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

/** The stored figures that a text shows, each once. */
export function figureIdsIn(text: string): string[] {
  return [...new Set([...text.matchAll(ADDRESS)].map(([, id = '']) => id))];
}

/** A picture stored by an organization. */
export interface KeptFigure {
  id: string;
  /** SHA-256, hexadecimal. */
  digest: string;
  mediaType: FigureType;
}

/** How many digits of its digest name a figure's file. */
const NAMED_BY = 16;
const FIGURE_EXTENSIONS: Readonly<Record<FigureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/**
 * The text with its stored figures replaced by files in its folder.
 * @param toRoot the path from the text to its folder's root, such as `../`
 */
export function withFolderFigures(
  text: string,
  figures: readonly KeptFigure[],
  toRoot = '',
): { text: string; files: { name: string; digest: string }[] } {
  const named = figures.map(({ id, digest, mediaType }) => ({
    id,
    digest,
    name: `figures/${digest.slice(0, NAMED_BY)}.${FIGURE_EXTENSIONS[mediaType]}`,
  }));
  return {
    text: named.reduce(
      (shown, { id, name }) => shown.replaceAll(figureAddress(id), `${toRoot}${name}`),
      text,
    ),
    files: named.map(({ name, digest }) => ({ name, digest })),
  };
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** The type of a picture by its first bytes, whatever its name; null for anything else, such as SVG, which can run scripts. */
export function figureTypeOf(content: Uint8Array): FigureType | null {
  const holds = (bytes: readonly number[], from = 0) =>
    bytes.every((byte, at) => content[from + at] === byte);
  if (holds(PNG)) return 'image/png';
  if (holds(JPEG)) return 'image/jpeg';
  return holds(RIFF) && holds(WEBP, 8) ? 'image/webp' : null;
}

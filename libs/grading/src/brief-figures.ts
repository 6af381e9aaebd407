import {
  describeFigure,
  everyNode,
  FIGURE_LIMITS,
  FIGURE_TYPES,
  figureTypeOf,
  undescribedFigures,
  type FigureType,
  type MarkdownNode,
} from '@holdout/domain';
import path from 'node:path';
import type { AssignmentFolder } from './assignment-folder.js';
import { problemOf, type AssignmentProblem } from './assignment-problem.js';

/** A figure's path, and where it stands in the brief. */
interface FolderFigure {
  url: string;
  line: number | null;
  /** The path's offsets in the text; null if it is written with escapes. */
  at: { start: number; end: number } | null;
}

export interface Picture {
  content: Buffer;
  mediaType: FigureType;
}

/** A folder's pictures, by the path that the brief uses. */
export type Pictures = ReadonlyMap<string, Picture>;

/** The figures in a brief, and what is wrong with them. */
export interface BriefFigures {
  figures: Pictures;
  problems: readonly AssignmentProblem[];
}

const MIB = 1024 * 1024;
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[/#?]|$)/i;

/** @param file the brief's path in the folder */
export async function readFigures(
  folder: AssignmentFolder,
  file: string,
  brief: string,
): Promise<BriefFigures> {
  const tree = await treeOf(brief);
  if (!tree) return { figures: new Map(), problems: [] };
  const problems = undescribedFigures(tree).map((figure) =>
    problemOf(file, `The figure ${figure.url} has no alternative text, or too long a one.`, {
      line: figure.line,
      path: 'brief',
      suggestion: describeFigure(figure),
    }),
  );
  const figures = new Map<string, Picture>();
  for (const figure of folderFigures(tree, brief)) {
    const found = pictureOf(figure, await folder.read(placeOf(figure.url, file)));
    if ('content' in found) figures.set(figure.url, found);
    else problems.push(problemOf(file, found.message, { ...found, line: figure.line, path: 'brief' }));
  }
  return { figures, problems };
}

/**
 * The brief, with new addresses for the figures of its folder.
 * @param addresses by the path that the brief uses
 */
export async function withAddresses(brief: string, addresses: ReadonlyMap<string, string>): Promise<string> {
  const tree = await treeOf(brief);
  if (!tree) return brief;
  // Replaced from the end on, so that earlier offsets stay valid.
  return folderFigures(tree, brief).reduceRight((text, { url, at }) => {
    const address = addresses.get(url);
    return at && address ? `${text.slice(0, at.start)}${address}${text.slice(at.end)}` : text;
  }, brief);
}

/** The parser is loaded with the first brief that has a figure. */
async function treeOf(brief: string): Promise<MarkdownNode | null> {
  if (!brief.includes('![')) return null;
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  return fromMarkdown(brief);
}

/** In the order of the text. A link definition only counts if a figure refers to it. */
function folderFigures(tree: MarkdownNode, brief: string): FolderFigure[] {
  const nodes = everyNode(tree);
  const shown = new Set(
    nodes.flatMap(({ type, identifier }) => (type === 'imageReference' ? [identifier] : [])),
  );
  return nodes
    .filter(({ type, identifier }) => type === 'image' || (type === 'definition' && shown.has(identifier)))
    .filter(({ url = '' }) => !ELSEWHERE.test(url))
    .map(({ type, url = '', position }) => {
      const start = position?.start.offset ?? 0;
      const at = urlIn(
        brief.slice(start, position?.end?.offset),
        type === 'image' ? /\]\(\s*<?/g : /\]:\s*<?/g,
        url,
      );
      return {
        url,
        line: position?.start.line ?? null,
        at: at === null ? null : { start: start + at, end: start + at + url.length },
      };
    });
}

/**
 * The offset of the path in what is written.
 * @param before what precedes it
 */
function urlIn(written: string, before: RegExp, url: string): number | null {
  const starts = [...written.matchAll(before)].map(({ index, 0: found }) => index + found.length);
  return starts.find((start) => written.startsWith(url, start)) ?? null;
}

/** The path within the folder. A path that leads out of it matches no file. */
function placeOf(url: string, brief: string): string {
  const [file = ''] = url.split(/[?#]/);
  return path.posix.join(path.posix.dirname(brief), decoded(file));
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** The picture, or what is wrong with it. */
function pictureOf(
  { url, at }: FolderFigure,
  content: Buffer | null,
): Picture | { message: string; suggestion: string } {
  if (!at)
    return {
      message: `The path of the figure ${url} is written with escapes.`,
      suggestion: 'Give the file a name of letters, digits, dots and hyphens, and write it as it is.',
    };
  if (!content)
    return {
      message: `There is no file ${url}, which a figure shows.`,
      suggestion: 'Add it, or mend the path.',
    };
  if (content.length > FIGURE_LIMITS.bytes)
    return {
      message: `The figure ${url} has ${content.length} bytes, and may have ${FIGURE_LIMITS.bytes / MIB} MiB.`,
      suggestion: 'Make it smaller.',
    };
  const mediaType = figureTypeOf(content);
  if (mediaType === null)
    return {
      message: `The figure ${url} is none of ${FIGURE_TYPES.join(', ')}.`,
      suggestion: 'Save it as one of them.',
    };
  return { content, mediaType };
}

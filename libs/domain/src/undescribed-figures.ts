import { FIGURE_LIMITS } from './lessons.js';

/** The part of a Markdown tree (mdast) that is needed here; callers bring the parser. */
export interface MarkdownNode {
  type: string;
  children?: readonly MarkdownNode[];
  url?: string;
  alt?: string | null | undefined;
  identifier?: string;
  position?: { start: { line: number; offset?: number }; end?: { offset?: number } } | undefined;
}

export interface UndescribedFigure {
  /** Where it is shown from, as it is written. */
  url: string;
  /** From 1. */
  line: number | null;
}

/** The figures of a text that do not say what they show, or say it at too great a length. */
export function undescribedFigures(tree: MarkdownNode): UndescribedFigure[] {
  const nodes = everyNode(tree);
  const targets = new Map(
    nodes.flatMap(({ type, identifier, url }) => (type === 'definition' ? [[identifier, url] as const] : [])),
  );
  return nodes
    .filter(({ type, alt }) => {
      const length = alt?.trim().length ?? 0;
      const isDescribed = length >= 1 && length <= FIGURE_LIMITS.alternative;
      return (type === 'image' || type === 'imageReference') && !isDescribed;
    })
    .map(({ url, identifier, position }) => ({
      url: url ?? targets.get(identifier) ?? identifier ?? '',
      line: position?.start.line ?? null,
    }));
}

/** A tree's nodes in the order of the text. */
export function everyNode(node: MarkdownNode): MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(everyNode)];
}

/** What to do about such a figure. */
export const describeFigure = ({ url }: UndescribedFigure): string =>
  `Say in 1 to ${FIGURE_LIMITS.alternative} characters what the figure ${url} shows: ![What it shows](${url}).`;

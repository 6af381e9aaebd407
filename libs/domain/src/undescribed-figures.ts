import { FIGURE_LIMITS } from './lessons.js';

export interface UndescribedFigure {
  /** Where it is shown from, as it is written. */
  url: string;
  /** From 1. */
  line: number | null;
}

/**
 * The figures of a Markdown text that do not say what they show, or say it at too great a length. The parser is loaded with the first text
 * that is asked about.
 */
export async function undescribedFigures(markdown: string): Promise<UndescribedFigure[]> {
  // No figure is written without this, and most texts have none.
  if (!markdown.includes('![')) return [];
  const [{ fromMarkdown }, { visit }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('unist-util-visit'),
  ]);
  const tree = fromMarkdown(markdown);
  const targets = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => void targets.set(identifier, url));
  const found: UndescribedFigure[] = [];
  visit(tree, (figure) => {
    if (figure.type !== 'image' && figure.type !== 'imageReference') return;
    const length = figure.alt?.trim().length ?? 0;
    if (length >= 1 && length <= FIGURE_LIMITS.alternative) return;
    const url = figure.type === 'image' ? figure.url : (targets.get(figure.identifier) ?? figure.identifier);
    found.push({ url, line: figure.position?.start.line ?? null });
  });
  return found;
}

/** What to do about such a figure. */
export const describeFigure = ({ url }: UndescribedFigure): string =>
  `Say in 1 to ${FIGURE_LIMITS.alternative} characters what the figure ${url} shows: ![What it shows](${url}).`;

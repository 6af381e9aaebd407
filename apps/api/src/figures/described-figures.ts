import { BadUserInputError, FIGURE_LIMITS as MAX } from '@holdout/domain';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';

/**
 * Markdown whose every figure says what it shows, for whoever does not see it.
 * @throws BadUserInputError that names the figure
 */
export function describedFigures(markdown: string, field: string): string {
  const tree = fromMarkdown(markdown);
  const targets = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => void targets.set(identifier, url));
  visit(tree, (figure) => {
    if (figure.type !== 'image' && figure.type !== 'imageReference') return;
    const length = figure.alt?.trim().length ?? 0;
    if (length >= 1 && length <= MAX.alternative) return;
    const url = figure.type === 'image' ? figure.url : (targets.get(figure.identifier) ?? figure.identifier);
    throw new BadUserInputError(
      `Say in 1 to ${MAX.alternative} characters what the figure ${url} shows: ![What it shows](${url}).`,
      { field, limit: MAX.alternative },
    );
  });
  return markdown;
}

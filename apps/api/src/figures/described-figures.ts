import { BadUserInputError, describeFigure, FIGURE_LIMITS, undescribedFigures } from '@holdout/domain';
import { fromMarkdown } from 'mdast-util-from-markdown';

/**
 * Checks that every figure in the Markdown has a description, for those who cannot see it.
 * @throws BadUserInputError that names the figure
 */
export function describedFigures(markdown: string, field: string): string {
  const [first] = undescribedFigures(fromMarkdown(markdown));
  if (first) throw new BadUserInputError(describeFigure(first), { field, limit: FIGURE_LIMITS.alternative });
  return markdown;
}

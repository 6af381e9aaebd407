import { BadUserInputError, describeFigure, FIGURE_LIMITS, undescribedFigures } from '@holdout/domain';

/**
 * Markdown whose every figure says what it shows, for whoever does not see it.
 * @throws BadUserInputError that names the figure
 */
export async function describedFigures(markdown: string, field: string): Promise<string> {
  const [first] = await undescribedFigures(markdown);
  if (first) throw new BadUserInputError(describeFigure(first), { field, limit: FIGURE_LIMITS.alternative });
  return markdown;
}

import type { Label } from '@holdout/diagram';
import { UsageError } from '../errors.js';
import type { Kit } from '../local/kit.js';

/** The labels on offer. @throws UsageError when the assignment is none that is drawn */
export function labelsOf({ definition }: Kit): readonly Label[] {
  if (definition.diagram) return definition.diagram.labels;
  throw new UsageError(
    `"${definition.title}" is not drawn: it takes a project with a holdout.toml. Name its folder, or another assignment.`,
    'NOT_A_DIAGRAM',
  );
}

import type { AiUse } from '@holdout/domain';
import type { Screen } from '../output/screen.js';

export interface Declaration {
  aiUse: AiUse;
  help: string;
  isOwnWork: boolean;
}

/** Shows what a student confirms with --own-work, or that it is not confirmed: graders see either. */
export function sayPolicy(screen: Screen, policy: string, declaration: Declaration | null): void {
  screen.note(screen.style.dim(policy));
  if (declaration?.isOwnWork) screen.note('You confirm that you kept to it.');
  else screen.note('Not confirmed; graders see that. Add --own-work to confirm.');
}

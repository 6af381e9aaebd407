import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { referencesOf, starterOf, type LoadedAssignment } from '@holdout/grading';
import { packKit } from './calibration-kit.js';

/** Everything in a version that is not derived from the secret. */
export interface AssignmentContent extends Pick<LoadedAssignment, 'definition' | 'brief' | 'anchors'> {
  starter: Buffer;
  /** Data and references as one file. */
  kit: Buffer;
  isMeasurable: boolean;
}

export async function contentOf(assignment: LoadedAssignment): Promise<AssignmentContent> {
  const [starter, references] = await Promise.all([starterOf(assignment), referencesOf(assignment)]);
  const { definition, brief, anchors, data, scorer } = assignment;
  return {
    definition,
    brief,
    anchors,
    starter,
    kit: await packKit({ data, references, scorer }),
    isMeasurable: references !== null,
  };
}

/** Names the content: the same files give the same digest, however their keys are ordered. */
export function digestOf({ definition, brief, anchors, starter, kit }: AssignmentContent): string {
  const hash = createHash('sha256');
  for (const part of [canonicalize(definition) ?? '', brief, canonicalize(anchors) ?? '', starter, kit]) {
    hash.update(createHash('sha256').update(part).digest());
  }
  return hash.digest('hex');
}

import { skillEvidenceOf, standingsOf, type Standing } from '@holdout/db';
import { Kind, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import { begunLessons } from '../lessons/begun-lessons.js';
import type { Operation } from '../operation/operation.js';

/** The viewer's own, of all assignments; null where nobody asked for those of all. */
export const standingsAhead = (): { all: Promise<Map<string, Standing>> | null } => ({ all: null });

/** What the viewer's work says of their skills. */
export const viewersEvidence = async (operation: Operation) => {
  const { userId } = await operation.member();
  return skillEvidenceOf(await operation.tx(), userId);
};

const allStandings = async (operation: Operation) => {
  const { userId } = await operation.member();
  return standingsOf(await operation.tx(), userId, null);
};

/**
 * Begins to read what a page asks of the viewer's own along with their track: when the parts of a track know what is asked of them,
 * it is too late to travel with it.
 */
export function readOwnAhead(operation: Operation, info: GraphQLResolveInfo): void {
  const ofTrack = fieldsOf(info.fieldNodes);
  const ofStages = new Set(
    fieldsOf(ofTrack.filter(({ name }) => name.value === 'stages')).map(({ name }) => name.value),
  );
  const begun: Promise<unknown>[] = [];
  if (ofStages.has('lessons')) begun.push(operation.shared(begunLessons));
  if (ofStages.has('progress')) begun.push((operation.shared(standingsAhead).all = allStandings(operation)));
  if (ofTrack.some(({ name }) => name.value === 'skills')) begun.push(operation.shared(viewersEvidence));
  // Whoever asks for them hears of it; where nobody comes to ask, something else went wrong before.
  for (const reading of begun) reading.catch(() => undefined);
}

/** The fields that are asked of what fields answer. Those in fragments are missing. */
function fieldsOf(nodes: readonly FieldNode[]): FieldNode[] {
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}

import { skillEvidenceOf, standingsOf, type Standing } from '@holdout/db';
import { Kind, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import { begunLessons } from '../lessons/begun-lessons.js';
import { workOf } from '../content/kept-work.js';
import type { Operation } from '../operation/operation.js';

/** The viewer's own standings in all assignments; null if the query does not ask for all of them. */
export const standingsAhead = (): { all: Promise<Readonly<Record<string, Standing>>> | null } => ({
  all: null,
});

/** What the viewer's work shows about their skills. */
export const viewersEvidence = (operation: Operation) =>
  workOf(operation, 'evidence', async () => {
    const { userId } = await operation.member();
    return skillEvidenceOf(await operation.tx(), userId);
  });

const allStandings = (operation: Operation) =>
  workOf(operation, 'all standings', async () => {
    const { userId } = await operation.member();
    return Object.fromEntries(await standingsOf(await operation.tx(), userId, null));
  });

/**
 * Starts reading the viewer's own data together with the track, so that all of it is fetched in one round trip. The
 * resolvers of the track's fields would start too late for that.
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
  // Whoever awaits a reading gets its error. If nobody does, something else failed before; this catch only prevents
  // an unhandled rejection.
  for (const reading of begun) reading.catch(() => undefined);
}

/** The fields selected directly below the given fields. Fields in fragments are not included. */
function fieldsOf(nodes: readonly FieldNode[]): FieldNode[] {
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}

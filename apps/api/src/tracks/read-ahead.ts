import { lessonSummaries, standingsOf, type LessonSummary, type Standing } from '@holdout/db';
import { Kind, type GraphQLResolveInfo } from 'graphql';
import { readerOf } from '../lessons/reader-of.js';
import type { Operation } from '../operation/operation.js';
import { viewersAssignments } from './viewers-track.js';

/** What a page asks of stages, read along with them: when stages know what is asked of each, it is too late to travel with them. */
interface Ahead {
  /** Of lessons of all stages of the track; null where nobody asked. */
  lessons: Promise<LessonSummary[]> | null;
  /** The viewer's own, of all assignments. */
  standings: Promise<Map<string, Standing>> | null;
}

export const readAhead = (): Ahead => ({ lessons: null, standings: null });

/** Begins to read what is asked of the stages of a track. */
export async function readAheadOfStages(
  operation: Operation,
  trackId: string,
  asked: ReadonlySet<string>,
): Promise<void> {
  const member = await operation.member();
  const tx = await operation.tx();
  const ahead = operation.shared(readAhead);
  if (asked.has('lessons')) ahead.lessons = lessonSummaries(tx, { trackId }, readerOf(member));
  if (asked.has('progress')) ahead.standings = standingsOf(tx, member.userId, null);
  const assignments = asked.has('assignments') ? operation.shared(viewersAssignments) : null;
  // Whoever asks for them hears of it; where nobody comes to ask, something else went wrong before.
  for (const reading of [ahead.lessons, ahead.standings, assignments]) reading?.catch(() => undefined);
}

/** Names of the fields that are asked of what a field answers. Those in fragments are missing. */
export function fieldsAsked({ fieldNodes }: GraphQLResolveInfo): ReadonlySet<string> {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return new Set(
    selections.flatMap((selection) => (selection.kind === Kind.FIELD ? selection.name.value : [])),
  );
}

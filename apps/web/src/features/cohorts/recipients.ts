import type { CohortGroupFieldsFragment } from '@/generated/graphql';

/** Those to whom something is granted: students, and groups with all who are in them. */
export interface Recipients {
  studentIds: string[];
  groupIds: string[];
  /** How many students that is, each once. */
  count: number;
  /** Nobody, and no group that somebody might join. */
  isNobody: boolean;
}

export function recipientsOf(
  studentIds: readonly string[],
  groupIds: readonly string[],
  groups: readonly CohortGroupFieldsFragment[],
): Recipients {
  const chosen = groups.filter(({ id }) => groupIds.includes(id));
  const inGroups = chosen.flatMap(({ students }) => students.map(({ studentId }) => studentId));
  return {
    studentIds: [...studentIds],
    groupIds: chosen.map(({ id }) => id),
    count: new Set([...studentIds, ...inGroups]).size,
    isNobody: studentIds.length === 0 && chosen.length === 0,
  };
}

/** Adds the id, or removes it if it is there already. */
export const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

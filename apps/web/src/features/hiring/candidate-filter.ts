import { SKILLS } from '@holdout/domain';
import type { CandidateFilterInput } from '@/generated/graphql';

/** Fields of the search form, as they stand in the address. */
export const FILTER_FIELDS = [
  'skill',
  'skillPoints',
  'project',
  'points',
  'metric',
  'metricValue',
  'withinDays',
  'location',
] as const;
export type FilterFields = Partial<Record<(typeof FILTER_FIELDS)[number], string>>;

/** What the address says, without what is empty. */
export function fieldsOf(params: Record<string, string | string[] | undefined>): FilterFields {
  const fields: FilterFields = {};
  for (const field of FILTER_FIELDS) {
    const value = params[field];
    if (typeof value === 'string' && value.trim() !== '') fields[field] = value.trim();
  }
  return fields;
}

/** The conditions to ask for; what is no number is no condition. */
export function filterOf(fields: FilterFields): CandidateFilterInput {
  const number = (text: string | undefined) => {
    const value = Number(text);
    return text === undefined || !Number.isFinite(value) ? null : value;
  };
  const [project, metric] = fields.metric?.split(' ') ?? [];
  const withinDays = number(fields.withinDays);
  return {
    skill: SKILLS.find((skill) => skill === fields.skill) ?? null,
    skillPoints: number(fields.skillPoints),
    assignmentSlug: fields.project ?? (metric ? (project ?? null) : null),
    points: number(fields.points),
    metric: metric ?? null,
    metricValue: number(fields.metricValue),
    withinDays: withinDays !== null && withinDays >= 1 ? Math.round(withinDays) : null,
    location: fields.location ?? null,
  };
}

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

/** The conditions to ask for; what is no number, and half of one, is no condition. */
export function filterOf(fields: FilterFields): CandidateFilterInput {
  const number = (text: string | undefined) => {
    const value = Number(text);
    return text === undefined || !Number.isFinite(value) ? null : value;
  };
  const [project, metric] = fields.metric?.split(' ') ?? [];
  const skill = SKILLS.find((known) => known === fields.skill) ?? null;
  const metricValue = number(fields.metricValue);
  const hasMetric = metric !== undefined && metricValue !== null;
  const withinDays = number(fields.withinDays);
  return {
    skill,
    skillPoints: skill && number(fields.skillPoints),
    assignmentSlug: fields.project ?? (metric ? (project ?? null) : null),
    points: number(fields.points),
    metric: hasMetric ? metric : null,
    metricValue: hasMetric ? metricValue : null,
    withinDays: withinDays !== null && withinDays >= 1 ? Math.round(withinDays) : null,
    location: fields.location ?? null,
  };
}

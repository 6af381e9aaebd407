export const TABLE_TEMPLATES = [
  'binary-classification',
  'multiclass-classification',
  'regression',
  'forecasting',
  'ranking',
  'service',
] as const;
export const DRAFT_TEMPLATES = [...TABLE_TEMPLATES, 'image-classification'] as const;
export type DraftTemplate = (typeof DRAFT_TEMPLATES)[number];

export const SPLIT_RULES = ['stratified', 'random', 'group', 'temporal'] as const;
export type SplitRule = (typeof SPLIT_RULES)[number];

/** Settings that say what a column of the data is. */
export const DATA_ROLES = [
  'target',
  'positive',
  'id',
  'group',
  'time',
  'series',
  'user',
  'item',
  'rating',
  'images',
] as const;
export type DataRole = (typeof DATA_ROLES)[number];

interface AskedByTemplate {
  /** Roles that must be filled. */
  needed: readonly DataRole[];
  /** Roles that may be filled as well. */
  optional: readonly DataRole[];
  /** The rules by which rows may be split; empty if the template has its own way. */
  rules: readonly SplitRule[];
  /**
   * HORIZON: hidden stretches of time. SHARES: shares of rows or users. ROWS: shares that the template is told as numbers of
   * rows.
   */
  parts: 'SHARES' | 'ROWS' | 'HORIZON';
}

const OF_ROWS = { optional: ['id', 'group', 'time'], rules: SPLIT_RULES, parts: 'SHARES' } as const;

/** What each template needs to know, and what it accepts, about the data. */
export const ASKED_BY_TEMPLATE: Readonly<Record<DraftTemplate, AskedByTemplate>> = {
  'binary-classification': { needed: ['target', 'positive'], ...OF_ROWS },
  'multiclass-classification': { needed: ['target'], ...OF_ROWS },
  regression: { needed: ['target'], ...OF_ROWS },
  forecasting: { needed: ['target', 'time'], optional: ['series'], rules: [], parts: 'HORIZON' },
  ranking: { needed: ['user', 'item'], optional: ['rating', 'time'], rules: [], parts: 'SHARES' },
  service: { needed: ['target'], optional: [], rules: [], parts: 'ROWS' },
  'image-classification': { needed: ['target', 'images'], optional: [], rules: [], parts: 'SHARES' },
};

/** What a draft asks about its data; nothing before a template is chosen. */
export function askedBy(template: DraftTemplate | null): AskedByTemplate {
  return template ? ASKED_BY_TEMPLATE[template] : { needed: [], optional: [], rules: [], parts: 'SHARES' };
}

export function isDraftTemplate(name: string): name is DraftTemplate {
  return DRAFT_TEMPLATES.some((known) => known === name);
}

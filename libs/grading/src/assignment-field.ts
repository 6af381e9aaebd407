/** A key of assignment.yaml. `[]` stands for an entry of a list, `*` for a name that the author chooses. */
export interface AssignmentField {
  readonly path: string;
  readonly type: string;
  /** The templates that read it; absent if all do. */
  readonly for?: readonly string[];
  readonly example: string;
  readonly about: string;
}

export const TABLES = ['binary-classification', 'multiclass-classification', 'regression'] as const;
export const BINARY = ['binary-classification'] as const;
export const FORECASTING = ['forecasting'] as const;
export const IMAGES = ['image-classification'] as const;
export const RANKING = ['ranking'] as const;
export const SERVICE = ['service'] as const;
/** Templates whose answers are rows, so that an assignment may bring its own scorer. */
export const OWN_SCORED = [...TABLES, ...IMAGES] as const;
export const DIAGRAM = ['diagram'] as const;
export const EXERCISE = ['exercise'] as const;

export const field = (
  path: string,
  type: string,
  example: string,
  about: string,
  templates?: readonly string[],
): AssignmentField => ({ path, type, example, about, ...(templates ? { for: templates } : {}) });

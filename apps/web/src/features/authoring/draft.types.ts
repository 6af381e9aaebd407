import type {
  AssignmentDraftQuery,
  DraftImportFieldsFragment,
  DraftSettingsFieldsFragment,
} from '@/generated/graphql';

export type Draft = AssignmentDraftQuery['assignmentDraft'];
export type Settings = DraftSettingsFieldsFragment;
export type DraftImport = DraftImportFieldsFragment;
export type Problem = DraftImport['problems'][number];
export type Profile = NonNullable<Draft['profile']>;
export type Template = Profile['templates'][number];
export type OwnMetric = Settings['scorerMetrics'][number];
export type Stage = { slug: string; title: string };

/** What a part of the form needs: what was said, how to say something else, and what is wrong with it. */
export interface FormPart {
  settings: Settings;
  profile: Profile;
  /** The published version that it is the next one of; null of a new assignment. */
  follows: number | null;
  /** The chosen one; null before one is chosen. */
  template: Template | null;
  change: (patch: Partial<Settings>) => void;
  /** Whether something was changed since the last check. */
  isStale: boolean;
  /** What the last check said of a setting; null when nothing. */
  errorOf: (setting: keyof Settings) => string | null;
}

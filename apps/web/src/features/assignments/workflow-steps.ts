import type { WorkflowStep } from '@/generated/graphql';

/** In the order of work. */
export const WORKFLOW_STEPS: readonly WorkflowStep[] = [
  'FRAME',
  'AUDIT_DATA',
  'SPLIT',
  'BASELINE',
  'IMPROVE',
  'ANALYZE',
  'PACKAGE',
  'DEPLOY',
  'MONITOR',
];

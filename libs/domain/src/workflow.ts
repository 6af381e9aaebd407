/** The nine steps of a project, the backbone of every report and rubric. */
export const WORKFLOW_STEPS = [
  'FRAME',
  'AUDIT_DATA',
  'SPLIT',
  'BASELINE',
  'IMPROVE',
  'ANALYZE',
  'PACKAGE',
  'DEPLOY',
  'MONITOR',
] as const;
export type WorkflowStep = (typeof WORKFLOW_STEPS)[number];

export interface WorkflowStepInfo {
  readonly step: WorkflowStep;
  /** 1 to 9. */
  readonly position: number;
  readonly title: string;
  readonly description: string;
}

const texts: Record<WorkflowStep, { title: string; description: string }> = {
  FRAME: {
    title: 'Frame',
    description:
      'Say which decision the model serves, what is predicted, at what moment, and what a wrong answer costs. Pick the number that will decide before you see any data.',
  },
  AUDIT_DATA: {
    title: 'Audit data',
    description:
      'Ask of every column where it comes from and when it is known. Look for missing values, duplicates, shifted meanings, private facts and anything that already contains the answer.',
  },
  SPLIT: {
    title: 'Split',
    description:
      'Cut the data the way the model will meet the world: by time, by user or by group where rows belong together, so that the estimate means what it says.',
  },
  BASELINE: {
    title: 'Baseline',
    description:
      'Start from a rule, a constant and a simple model. They set the floor, and they often show that the problem is somewhere else than you thought.',
  },
  IMPROVE: {
    title: 'Improve',
    description:
      'Change one thing at a time: features, model, loss, regularization, data. Keep what beats the last version by more than noise, and write down what did not.',
  },
  ANALYZE: {
    title: 'Analyze',
    description:
      'Read the errors. Slice by group, check calibration, ablate, and name the ways in which the model fails rather than one average of them.',
  },
  PACKAGE: {
    title: 'Package',
    description:
      'Bind model, feature code, training code, configuration and data versions together, so that someone else can rebuild the same artifact from nothing.',
  },
  DEPLOY: {
    title: 'Deploy',
    description:
      'Choose batch, online or streaming by risk and delay. Let the new version shadow or take a small share first, with a way back that has been tried.',
  },
  MONITOR: {
    title: 'Monitor',
    description:
      'Watch inputs, predictions, delays and outcomes. Decide beforehand what raises an alarm, what triggers retraining and who is told.',
  },
};

export const WORKFLOW: readonly WorkflowStepInfo[] = WORKFLOW_STEPS.map((step, index) => ({
  step,
  position: index + 1,
  ...texts[step],
}));

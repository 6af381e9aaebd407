/** Titles and descriptions of the nine skills and the nine workflow steps, as shown on the roadmap. */
export const skillAreas = [
  {
    skill: 'MATHEMATICS',
    title: 'Mathematics',
    description: 'Linear algebra, calculus, probability: gradients, conditioning, uncertainty.',
  },
  {
    skill: 'INFERENCE_EXPERIMENTATION',
    title: 'Inference and experimentation',
    description: 'Intervals, tests, power, A/B tests, leakage; separating correlation from intervention.',
  },
  {
    skill: 'DATA_ENGINEERING',
    title: 'Data engineering',
    description: 'Profiling, schemas, lineage, validation; features that can be made again.',
  },
  {
    skill: 'SUPERVISED_UNSUPERVISED',
    title: 'Supervised and unsupervised learning',
    description: 'Linear models, trees, boosting, clustering; strong baselines, read critically.',
  },
  {
    skill: 'NEURAL_REPRESENTATION',
    title: 'Neural networks',
    description:
      'Optimizers, normalization, embeddings, attention, transfer; training dynamics and their cost.',
  },
  {
    skill: 'DOMAINS',
    title: 'Domains',
    description: 'NLP, vision, time series, ranking and RL, each with the metric and the split it needs.',
  },
  {
    skill: 'TRAINING_SERVING',
    title: 'Training and serving',
    description: 'Batching, registries, model servers, throughput and latency, reproducible packages.',
  },
  {
    skill: 'EVALUATION_ERROR_ANALYSIS',
    title: 'Evaluation and error analysis',
    description: 'Calibration, slices, robustness, ablations; finding out why before changing what.',
  },
  {
    skill: 'MLOPS_MONITORING',
    title: 'MLOps and monitoring',
    description: 'Drift, alerts, shadow and canary releases, retraining, rollback, incidents.',
  },
] as const;

export const workflowSteps = [
  {
    step: 'FRAME',
    title: 'Frame',
    description:
      'Name the decision, the target, the metric, the guardrails and the price of each kind of error.',
  },
  {
    step: 'AUDIT_DATA',
    title: 'Audit data',
    description:
      'Look for missing values, duplicates, wrong labels, leaks, imbalance, and who is not in the table.',
  },
  {
    step: 'SPLIT',
    title: 'Split',
    description: 'Keep rows apart the way deployment will: by time, by user, by group, or stratified.',
  },
  {
    step: 'BASELINE',
    title: 'Baseline',
    description: 'Set the floor with a rule, a constant, a linear model, a known pretrained one.',
  },
  {
    step: 'IMPROVE',
    title: 'Improve',
    description: 'Change features, model, loss or data one at a time, and keep what measurably helps.',
  },
  {
    step: 'ANALYZE',
    title: 'Analyze',
    description:
      'Find where it fails, by slice and by example, and whether its probabilities mean what they say.',
  },
  {
    step: 'PACKAGE',
    title: 'Package',
    description:
      'Bind code, configuration, data version and artifact together, so that anyone can make it again.',
  },
  {
    step: 'DEPLOY',
    title: 'Deploy',
    description: 'Bring it to users in a way that fits the risk: batch, shadow, canary, online.',
  },
  {
    step: 'MONITOR',
    title: 'Monitor',
    description:
      'Watch inputs, outputs and outcomes; know beforehand what triggers retraining or a rollback.',
  },
] as const;

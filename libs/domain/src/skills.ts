/** The nine skill areas. Rubric criteria are evidence for them. */
export const SKILLS = [
  'MATHEMATICS',
  'INFERENCE_EXPERIMENTATION',
  'DATA_ENGINEERING',
  'SUPERVISED_UNSUPERVISED',
  'NEURAL_REPRESENTATION',
  'DOMAINS',
  'TRAINING_SERVING',
  'EVALUATION_ERROR_ANALYSIS',
  'MLOPS_MONITORING',
] as const;
export type Skill = (typeof SKILLS)[number];

export interface SkillArea {
  readonly skill: Skill;
  readonly title: string;
  readonly description: string;
}

/** In the order in which the roadmap introduces them. */
export const SKILL_AREAS: readonly SkillArea[] = [
  {
    skill: 'MATHEMATICS',
    title: 'Mathematics',
    description:
      'Linear algebra, calculus and probability. You can say what a gradient does to a loss, notice a badly conditioned problem before it bites, and put a probability on what you do not know.',
  },
  {
    skill: 'INFERENCE_EXPERIMENTATION',
    title: 'Inference and experimentation',
    description:
      'Sampling, intervals, tests and experiments. You can cut data so that an estimate is honest, tell an intervention from a correlation, and catch a metric that flatters.',
  },
  {
    skill: 'DATA_ENGINEERING',
    title: 'Data engineering for ML',
    description:
      'Queries, pipelines, schemas, labels and versions of data. You profile before you model, rebuild every feature from its source, and keep training and serving on the same code.',
  },
  {
    skill: 'SUPERVISED_UNSUPERVISED',
    title: 'Supervised and unsupervised learning',
    description:
      'Linear models, trees and ensembles, clustering and reduction. You start with a baseline that is hard to beat, read importances with suspicion, and can tell overfitting from underfitting.',
  },
  {
    skill: 'NEURAL_REPRESENTATION',
    title: 'Neural networks and representation learning',
    description:
      'Networks from a single layer to attention, their optimizers and their embeddings. You read training curves, budget memory and compute, and fine-tune only where the data carries it.',
  },
  {
    skill: 'DOMAINS',
    title: 'Domains: language, vision, time, ranking, control',
    description:
      'What changes when rows are words, pixels, weeks, lists or actions. You choose metrics that fit the domain and splits that respect time and users.',
  },
  {
    skill: 'TRAINING_SERVING',
    title: 'Training and serving infrastructure',
    description:
      'Hardware, batching, registries and model servers. You measure throughput and latency, package a model so that it builds again, and version data, code and artifact together.',
  },
  {
    skill: 'EVALUATION_ERROR_ANALYSIS',
    title: 'Evaluation and error analysis',
    description:
      'Curves, calibration, slices, ablations and robustness. You look at the errors before adding a parameter, break a number down by group, and write down what a release can and cannot do.',
  },
  {
    skill: 'MLOPS_MONITORING',
    title: 'MLOps and monitoring',
    description:
      'Drift, alarms, shadow and canary releases, retraining and rollback. You watch inputs, outputs and outcomes, and find out before your users do.',
  },
];

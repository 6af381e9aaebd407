/** A concept diagram of three labels in a loop, as an instructor writes it. */
export const FEEDBACK = {
  title: 'Feedback',
  summary: 'What a model does to its own data.',
  stageSlug: 'math-and-python',
  nodes: ['predict', 'act', 'observe'].map((key, index) => ({
    key,
    label: key.toUpperCase(),
    hint: `What ${key} means.`,
    x: index * 200,
    y: 0,
  })),
  edges: [
    { from: 'predict', to: 'act', label: 'a decision' },
    { from: 'act', to: 'observe', label: null },
    { from: 'observe', to: 'predict', label: 'new rows' },
  ],
  distractors: [{ key: 'deploy', label: 'DEPLOY' }],
};

export interface DiagramContent {
  slug: string;
  position: number;
  title: string;
  summary: string;
  nodes: { key: string; label: string; hint: string }[];
  edges: { from: string; to: string; label?: string }[];
}

export const diagrams: DiagramContent[] = [
  {
    slug: 'ml-lifecycle',
    position: 1,
    title: 'ML lifecycle',
    summary:
      'Training is one box of seven. Most failures enter before it, in the data, or after it, when the world moves; so the arrows that lead back matter as much as those that lead on.',
    nodes: [
      {
        key: 'frame',
        label: 'Frame the problem',
        hint: 'Which decision, which target, what does an error cost?',
      },
      {
        key: 'collect',
        label: 'Collect and label',
        hint: 'Where rows and labels come from, and whom they leave out.',
      },
      {
        key: 'prepare',
        label: 'Audit and prepare',
        hint: 'Missing values, duplicates, leaks; features that can be computed again.',
      },
      { key: 'train', label: 'Train', hint: 'Baselines first; every run recorded.' },
      { key: 'evaluate', label: 'Evaluate', hint: 'On rows kept apart, with intervals, slice by slice.' },
      { key: 'deploy', label: 'Deploy', hint: 'Shadow or canary, with a way back.' },
      { key: 'monitor', label: 'Monitor', hint: 'Inputs, outputs, outcomes.' },
    ],
    edges: [
      { from: 'frame', to: 'collect' },
      { from: 'collect', to: 'prepare' },
      { from: 'prepare', to: 'train' },
      { from: 'train', to: 'evaluate' },
      { from: 'evaluate', to: 'deploy', label: 'good enough' },
      { from: 'evaluate', to: 'prepare', label: 'errors point at data' },
      { from: 'deploy', to: 'monitor' },
      { from: 'monitor', to: 'collect', label: 'drift: new data' },
      { from: 'monitor', to: 'frame', label: 'the question changed' },
    ],
  },
  {
    slug: 'error-analysis-loop',
    position: 2,
    title: 'Error-analysis loop',
    summary:
      'Do not guess what to change. Let the errors tell you: group them, look at examples, say in one sentence why they happen, change one thing, and measure again on the same rows.',
    nodes: [
      { key: 'errors', label: 'Collect errors', hint: 'From validation rows, never from the final test.' },
      { key: 'segments', label: 'Group by segment', hint: 'By slice, by input kind, by confidence.' },
      { key: 'examples', label: 'Read examples', hint: 'Twenty of the largest group, by eye.' },
      { key: 'theory', label: 'State a theory', hint: 'One sentence that could turn out false.' },
      { key: 'change', label: 'Change one thing', hint: 'Data, features, model or threshold.' },
      { key: 'measure', label: 'Measure again', hint: 'Paired, on the same rows, with an interval.' },
    ],
    edges: [
      { from: 'errors', to: 'segments' },
      { from: 'segments', to: 'examples' },
      { from: 'examples', to: 'theory' },
      { from: 'theory', to: 'change' },
      { from: 'change', to: 'measure' },
      { from: 'measure', to: 'errors', label: 'what is left' },
      { from: 'measure', to: 'theory', label: 'the theory was wrong' },
    ],
  },
  {
    slug: 'bias-variance-compass',
    position: 3,
    title: 'Bias-variance compass',
    summary:
      'Two numbers, the error on training rows and the gap to validation rows, tell in which direction to walk. Before either: is the split itself honest, and is this the objective you want?',
    nodes: [
      { key: 'split', label: 'Is the split honest?', hint: 'No row, user or later day on both sides.' },
      { key: 'training', label: 'Training error', hint: 'Compared with what a careful person would reach.' },
      { key: 'gap', label: 'Validation gap', hint: 'Validation error minus training error.' },
      { key: 'bias', label: 'High bias', hint: 'The model cannot say what the data says.' },
      { key: 'variance', label: 'High variance', hint: 'The model says what only these rows say.' },
      { key: 'capacity', label: 'Add features or capacity', hint: 'Also: train longer, regularize less.' },
      { key: 'data', label: 'Add data or regularize', hint: 'Also: simpler model, averaging, augmentation.' },
      {
        key: 'objective',
        label: 'Change the objective',
        hint: 'Both are small, and users are still unhappy.',
      },
    ],
    edges: [
      { from: 'split', to: 'training', label: 'yes' },
      { from: 'training', to: 'bias', label: 'high' },
      { from: 'training', to: 'gap', label: 'low' },
      { from: 'gap', to: 'variance', label: 'wide' },
      { from: 'gap', to: 'objective', label: 'narrow' },
      { from: 'bias', to: 'capacity' },
      { from: 'variance', to: 'data' },
      { from: 'capacity', to: 'training', label: 'measure again' },
      { from: 'data', to: 'gap', label: 'measure again' },
      { from: 'objective', to: 'split', label: 'start over' },
    ],
  },
  {
    slug: 'serving-loop',
    position: 4,
    title: 'Serving loop',
    summary:
      'An answer is one arrow of a loop: fresh features go in, a policy turns a score into an action within a latency budget, the action has an outcome, and the outcome becomes tomorrow’s training row.',
    nodes: [
      { key: 'request', label: 'Request', hint: 'Checked before anything is computed.' },
      {
        key: 'features',
        label: 'Feature lookup',
        hint: 'The same code as in training; how old may a value be?',
      },
      { key: 'model', label: 'Model', hint: 'A registered version, named in every answer.' },
      { key: 'policy', label: 'Policy', hint: 'Threshold, business rules, fallback.' },
      { key: 'action', label: 'Action', hint: 'What the user sees, within the latency budget.' },
      {
        key: 'feedback',
        label: 'Feedback',
        hint: 'Outcome joined to the logged inputs, later and incomplete.',
      },
      { key: 'store', label: 'Training store', hint: 'Inputs as served, never rebuilt afterwards.' },
    ],
    edges: [
      { from: 'request', to: 'features' },
      { from: 'features', to: 'model' },
      { from: 'model', to: 'policy' },
      { from: 'policy', to: 'action' },
      { from: 'action', to: 'feedback' },
      { from: 'feedback', to: 'store' },
      { from: 'store', to: 'model', label: 'retrain' },
      { from: 'store', to: 'features', label: 'refresh' },
    ],
  },
];

export interface StudyAnchor {
  title: string;
  provider: string;
  url: string;
  why: string;
}

export interface StageContent {
  slug: string;
  position: number;
  title: string;
  goal: string;
  unlocks: string;
  overview: string;
  skills: string[];
  studyAnchors: StudyAnchor[];
  /**
   * How many assignments must be passed to pass the stage.
   * @default all of them
   */
  passesNeeded?: number;
}

const crashCourse: StudyAnchor = {
  title: 'Machine Learning Crash Course',
  provider: 'Google',
  url: 'https://developers.google.com/machine-learning/crash-course',
  why: 'Short, hands-on units; good when a term here is new to you.',
};

export const stages: StageContent[] = [
  {
    slug: 'math-and-python',
    position: 1,
    title: 'Math and Python',
    goal: 'Write linear regression, logistic regression, gradient descent and cross-validation yourself, and prove the numbers right.',
    unlocks: 'You can read a training loop as arithmetic, and tell a bug from bad conditioning.',
    overview: `Libraries hide two things that decide whether a model can be trusted: the *arithmetic* and the *split*. In this stage you write both by hand.

You fit a straight line by the normal equations, then by an orthogonal factorization, and see how many correct digits each leaves on data made to be awkward. You derive the gradient of the logistic loss, check it against finite differences, and walk downhill with it. You cut a table into folds that share no row and cover all of them.

Done means: your numbers agree with certified values to as many digits as the method can give, and you can say why not more.`,
    skills: ['MATHEMATICS', 'INFERENCE_EXPERIMENTATION'],
    studyAnchors: [
      {
        title: 'CS229: Machine Learning',
        provider: 'Stanford',
        url: 'https://cs229.stanford.edu/',
        why: 'Derives what you implement here; the notes on linear models and the review of linear algebra are enough to start.',
      },
      crashCourse,
    ],
  },
  {
    slug: 'classical-baselines',
    position: 2,
    title: 'Classical ML baselines',
    goal: 'Build tabular models whose reported score survives contact with new data.',
    unlocks: 'You can deliver an honest baseline in a day, and say what a better model would be worth.',
    overview: `Most tables in the world are won or lost before the model is chosen: by a column that knows the answer, by the same customer standing on both sides of the split, by a threshold picked on the data that judges it.

Here you audit a credit table for such leaks, choose a split that looks like deployment, build a constant, a linear and a boosted baseline, calibrate the probabilities, choose a decision threshold from what each error costs, and look at the result group by group.

The stage's project is **tabular risk**: your code is trained on the public part and scored on applicants it has never seen.`,
    skills: [
      'SUPERVISED_UNSUPERVISED',
      'DATA_ENGINEERING',
      'EVALUATION_ERROR_ANALYSIS',
      'INFERENCE_EXPERIMENTATION',
    ],
    studyAnchors: [
      {
        title: 'CS229: Machine Learning',
        provider: 'Stanford',
        url: 'https://cs229.stanford.edu/',
        why: 'Generalization, regularization and model selection, with the proofs.',
      },
      crashCourse,
    ],
  },
  {
    slug: 'deep-learning',
    position: 3,
    title: 'Deep learning fundamentals',
    goal: 'Train neural networks on purpose: choose an optimizer, read the curves, and repair a run that diverges.',
    unlocks: 'You can tell from two learning curves what to change next, and what it will cost.',
    overview: `A network that does not learn gives no error message. It gives a curve. This stage is about reading curves and about knowing what stands behind them.

You write backpropagation for a small network and check every gradient numerically. You break a training run in five ways (learning rate, initialization, normalization, data order, loss scale) and repair it from its curves alone. You count parameters, activations and memory before you start the run, not after it failed.

Then representation: embeddings, convolutions, attention, and when to fine-tune something that exists instead of training from nothing.`,
    skills: ['NEURAL_REPRESENTATION', 'MATHEMATICS'],
    studyAnchors: [
      {
        title: 'CS231n: Deep Learning for Computer Vision',
        provider: 'Stanford',
        url: 'https://cs231n.stanford.edu/',
        why: 'The clearest written account of backpropagation, initialization and optimizers.',
      },
      {
        title: '6.S191: Introduction to Deep Learning',
        provider: 'MIT',
        url: 'https://introtodeeplearning.com/',
        why: 'A fast survey with labs, when you want the whole field in two weeks.',
      },
    ],
  },
  {
    slug: 'domain-specialization',
    position: 4,
    // The student chooses two domains.
    passesNeeded: 2,
    title: 'Domain specialization',
    goal: 'Choose two domains, and build a serious project in each with the metric and the split that the domain demands.',
    unlocks: 'You can talk to specialists: you know what their metric rewards, and how it is fooled.',
    overview: `Text, images, time series, ranking and decisions under feedback each have a way of being wrong that the others do not have. A forecast may not look past its origin. A recommender is judged on the users it served, by data that an earlier recommender chose. An image model that is right on clean pictures may fail in fog.

Pick two. For each, learn which split imitates deployment, which metric the domain trusts and what it hides, and which pretrained or seasonal baseline you must beat before anything of yours counts.

Projects: **forecasting system**, **vision classifier**, **ranking engine**.`,
    skills: ['DOMAINS', 'NEURAL_REPRESENTATION', 'EVALUATION_ERROR_ANALYSIS'],
    studyAnchors: [
      {
        title: 'CS224N: Natural Language Processing with Deep Learning',
        provider: 'Stanford',
        url: 'https://web.stanford.edu/class/cs224n/',
        why: 'From word vectors to transformers, with assignments that build each part.',
      },
      {
        title: 'CS231n: Deep Learning for Computer Vision',
        provider: 'Stanford',
        url: 'https://cs231n.stanford.edu/',
        why: 'Vision backbones, transfer and robustness.',
      },
      {
        title: 'CS285: Deep Reinforcement Learning',
        provider: 'Berkeley',
        url: 'https://rail.eecs.berkeley.edu/deeprlcourse/',
        why: 'Off-policy evaluation and the limits of simulation, for the RL path.',
      },
    ],
  },
  {
    slug: 'ml-systems',
    position: 5,
    title: 'ML systems',
    goal: 'Turn a model into a running system: validated inputs, registered artifacts, a service, monitoring and retraining.',
    unlocks: 'You can hand your work to an on-call rotation and sleep.',
    overview: `A model file is not a product. A product checks its inputs, knows which version answered, holds its latency under load, notices when the world has moved, retrains without drama, and goes back to yesterday's version in one command.

You build that system around a modest model, because the model is not the hard part here. Batches with faults must be stopped and the guilty column named. The registry must make the same data and seed give the same artifact. The service must answer malformed requests politely and correct ones quickly.

The project is the **end-to-end MLOps pipeline**: it is started, loaded, fed drift, and must react.`,
    skills: ['TRAINING_SERVING', 'MLOPS_MONITORING', 'DATA_ENGINEERING'],
    studyAnchors: [
      {
        title: 'Full Stack Deep Learning',
        provider: 'The Full Stack',
        url: 'https://fullstackdeeplearning.com/',
        why: 'What surrounds the model in production, told by people who ran it.',
      },
      {
        title: 'Machine Learning Systems',
        provider: 'Harvard, open textbook',
        url: 'https://mlsysbook.ai/',
        why: 'The reference for serving, efficiency and operations in one place.',
      },
      {
        title: 'Made With ML',
        provider: 'Anyscale, open course',
        url: 'https://madewithml.com/',
        why: 'A current MLOps course that builds one system from data to deployment.',
      },
    ],
  },
  {
    slug: 'production-judgment',
    position: 6,
    title: 'Production judgment',
    goal: 'Write what makes others trust the system: design document, model card, failure analysis, cost report, release and rollback plan.',
    unlocks: 'You can be asked "should we ship it?" and give an answer with reasons, numbers and a way back.',
    overview: `The last stage has little code. It asks for judgment, in writing, about the systems you have built.

A design document states the decision the model serves and what happens when it is wrong. A model card states for whom it works, with the same numbers the platform measured. A failure analysis starts from examples and ends in a change. A cost report counts compute and people. A release plan says what is watched, what stops the release, and who can take it back at night.

Numbers you quote are compared with what was measured here; the prose is judged by people, by a rubric you can read beforehand.`,
    skills: ['MLOPS_MONITORING', 'EVALUATION_ERROR_ANALYSIS', 'INFERENCE_EXPERIMENTATION'],
    studyAnchors: [
      {
        title: 'Machine Learning Systems',
        provider: 'Harvard, open textbook',
        url: 'https://mlsysbook.ai/',
        why: 'The chapters on responsible and sustainable systems frame the documents you write.',
      },
      {
        title: 'Full Stack Deep Learning',
        provider: 'The Full Stack',
        url: 'https://fullstackdeeplearning.com/',
        why: 'Project planning and team practice, with real examples.',
      },
    ],
  },
];

import type { RoadmapContent } from '@holdout/db';

/** A small track of a second school, so that the separation of organizations can be seen. */
export const northfield: RoadmapContent = {
  slug: 'applied-forecasting',
  title: 'Applied forecasting',
  summary:
    'A short course for people who plan staff and stock: how to forecast demand, and how wrong to expect to be.',
  stages: [
    {
      slug: 'honest-backtests',
      position: 1,
      title: 'Honest backtests',
      goal: 'Measure a forecast the way it will be used: from a fixed moment, with only the past in sight.',
      unlocks: 'You can compare two forecasts and say whether the difference is more than luck.',
      overview:
        'A forecast is judged from where it was made. In this stage you pick several origins, hide everything after each, and score the weeks that follow. The seasonal naive forecast, last week repeated, is the bar to clear.',
      skills: ['INFERENCE_EXPERIMENTATION', 'DOMAINS'],
      studyAnchors: [
        {
          title: 'Forecasting: Principles and Practice',
          provider: 'Hyndman and Athanasopoulos',
          url: 'https://otexts.com/fpp3/',
          why: 'The chapter on evaluation shows rolling origins step by step.',
        },
      ],
    },
  ],
  lessons: [
    {
      stageSlug: 'honest-backtests',
      slug: 'rolling-origins',
      title: 'Rolling origins',
      summary: 'Why one split in time is not enough, and how several origins give you an interval.',
      minutes: 8,
      body: [
        'One holdout month tells you how a forecast did in that month. It may have been a calm one.',
        '',
        'Take ten origins instead, a few weeks apart. At each, fit on what was known then and forecast the next four weeks. You get ten errors per method. They are not independent of each other within an origin, so resample *origins*, not days, when you want an interval.',
        '',
        '## Try it',
        '',
        '1. Write `last_week(history, horizon)`, which repeats the last seven days.',
        '2. Score it from ten origins by mean absolute error.',
        '3. Resample the ten numbers a thousand times and look at the spread. That spread is what a better method has to beat.',
      ].join('\n'),
    },
  ],
  diagrams: [],
};

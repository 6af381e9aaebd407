import { createTranslator } from 'next-intl';
import type { ShownPortfolioFragment } from '@/generated/graphql';
import messages from '../../../messages/en.json' with { type: 'json' };
import { jsonResume } from './json-resume';

const portfolio = {
  name: 'Grey Heron',
  headline: 'Risk models',
  location: '',
  issuerName: 'School',
  updatedAt: '2026-05-02T10:00:00.000Z',
  skills: [{ skill: 'MATHEMATICS', points: 91.26, evidence: 2 }],
  results: [
    {
      assignmentTitle: 'Tabular risk model',
      assignmentSummary: 'Who will not repay?',
      points: 90.04,
      low: 85,
      high: 95,
      issuedAt: '2026-05-01T23:59:00.000Z',
      credentialAddress: 'https://holdout.example/issuers/school/credentials/1',
      metrics: [
        { label: 'AUC', value: 0.8312345, low: 0.8, high: 0.86 },
        { label: 'Cost', value: 12345, low: 12001.5, high: 12700 },
      ],
    },
  ],
} as unknown as ShownPortfolioFragment;

it('says each number with its interval and where it can be verified', () => {
  const t = createTranslator({ locale: 'en', messages, namespace: 'published' });
  const words = { t, skillName: () => 'Mathematics' };
  const resume = jsonResume(portfolio, 'https://holdout.example/p/grey-heron', words);
  expect(resume.basics).toEqual({
    name: 'Grey Heron',
    label: 'Risk models',
    url: 'https://holdout.example/p/grey-heron',
  });
  expect(resume.certificates).toEqual([
    {
      name: 'Tabular risk model',
      date: '2026-05-01',
      issuer: 'School',
      url: 'https://holdout.example/issuers/school/credentials/1',
    },
  ]);
  expect(resume.projects[0]?.highlights).toEqual([
    '90.0 of 100 points (95 % interval 85.0 to 95.0)',
    'AUC 0.831 (0.800 to 0.860)',
    'Cost 12345.0 (12001.5 to 12700.0)',
  ]);
  expect(resume.skills).toEqual([{ name: 'Mathematics', level: '91.3 of 100 points' }]);
});

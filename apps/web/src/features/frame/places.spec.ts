import { isCurrent, placesOf } from './places';

const keys = (...roles: Parameters<typeof placesOf>[0]) => placesOf(roles, false).map(({ key }) => key);

it('gives each role its own few places', () => {
  expect(keys('STUDENT')).toEqual([
    'roadmap',
    'lessons',
    'assignments',
    'attempts',
    'credentials',
    'portfolio',
    'settings',
  ]);
  expect(keys('ADMIN')).toEqual([
    'roadmap',
    'assignments',
    'people',
    'organization',
    'lms',
    'quotas',
    'audit',
    'fleet',
    'settings',
  ]);
  expect(keys('HIRING_MANAGER')).toEqual(['candidates', 'shortlist', 'settings']);
});

it('gives an operator fleet and organizations, also one who belongs to no organization', () => {
  expect(placesOf([], true).map(({ key }) => key)).toEqual(['roadmap', 'fleet', 'organizations', 'settings']);
});

it('joins the places of someone with several roles', () => {
  expect(keys('STUDENT', 'ADMIN')).toEqual([
    'roadmap',
    'lessons',
    'assignments',
    'attempts',
    'credentials',
    'portfolio',
    'people',
    'organization',
    'lms',
    'quotas',
    'audit',
    'fleet',
    'settings',
  ]);
});

it('marks the place a page below it belongs to', () => {
  const attempts = { key: 'attempts', href: '/attempts' } as const;
  expect(isCurrent(attempts, '/runs/1/score')).toBe(true);
  expect(isCurrent({ key: 'roadmap', href: '/' }, '/stages/ml-systems')).toBe(true);
  expect(isCurrent({ key: 'assignments', href: '/assignments' }, '/assignments/tabular-risk')).toBe(true);
  expect(isCurrent(attempts, '/assignments')).toBe(false);
});

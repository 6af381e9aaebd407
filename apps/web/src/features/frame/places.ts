import type { Role } from '@/generated/graphql';

export type PlaceKey =
  | 'roadmap'
  | 'lessons'
  | 'assignments'
  | 'attempts'
  | 'credentials'
  | 'portfolio'
  | 'candidates'
  | 'shortlist'
  | 'reviews'
  | 'cohorts'
  | 'people'
  | 'organization'
  | 'organizations'
  | 'lms'
  | 'quotas'
  | 'audit'
  | 'fleet'
  | 'settings';

export interface Place {
  key: PlaceKey;
  href: string;
}

const ALL = {
  roadmap: '/',
  lessons: '/lessons',
  assignments: '/assignments',
  attempts: '/attempts',
  credentials: '/credentials',
  portfolio: '/portfolio',
  candidates: '/candidates',
  shortlist: '/shortlist',
  reviews: '/reviews',
  cohorts: '/cohorts',
  people: '/people',
  organization: '/organization',
  lms: '/lms',
  quotas: '/quotas',
  audit: '/audit',
  fleet: '/fleet',
  organizations: '/organizations',
  settings: '/settings',
} satisfies Record<PlaceKey, string>;

const BY_ROLE: Record<Role, PlaceKey[]> = {
  STUDENT: ['roadmap', 'lessons', 'assignments', 'attempts', 'credentials', 'portfolio'],
  TEACHING_ASSISTANT: ['roadmap', 'lessons', 'assignments', 'attempts', 'reviews'],
  INSTRUCTOR: ['roadmap', 'lessons', 'assignments', 'attempts', 'reviews', 'cohorts'],
  ADMIN: ['roadmap', 'assignments', 'people', 'organization', 'lms', 'quotas', 'audit', 'fleet'],
  HIRING_MANAGER: ['candidates', 'shortlist'],
};

/** The few places these roles have, in one order, settings last. Operators have fleet and organizations, whatever their roles. */
export function placesOf(roles: readonly Role[], isOperator: boolean): Place[] {
  const keys = new Set<PlaceKey>(roles.flatMap((role) => BY_ROLE[role]));
  if (keys.size === 0) keys.add('roadmap');
  if (isOperator) keys.add('fleet').add('organizations');
  keys.add('settings');
  return (Object.keys(ALL) as PlaceKey[])
    .filter((key) => keys.has(key))
    .map((key) => ({ key, href: ALL[key] }));
}

/** Is the place, or a page below it, the one shown? The roadmap also owns stages, lessons and diagrams, assignments their drafts. */
export function isCurrent(place: Place, path: string): boolean {
  if (place.key === 'roadmap')
    return path === '/' || path.startsWith('/stages') || path.startsWith('/diagrams');
  if (place.key === 'attempts' && path.startsWith('/runs')) return true;
  if (place.key === 'assignments' && path.startsWith('/drafts')) return true;
  return path === place.href || path.startsWith(`${place.href}/`);
}

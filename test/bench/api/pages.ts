import { DEMO } from '../../support/api-lab.js';
import { SLUG } from '../../support/reviewed-lab.js';
import {
  ADMIN_QUEUE,
  ASSIGNMENT,
  GRADING_QUEUE,
  LEADERBOARD,
  PORTFOLIO_SEARCH,
  ROADMAP,
  SMALLEST,
} from './statements.js';

/** A page: what the web asks the API for it, and what someone would write by hand to get the same rows. */
export interface Page {
  name: string;
  persona: 'student' | 'instructor' | 'manager' | 'operator';
  operation: string;
  variables: Readonly<Record<string, unknown>>;
  /** One statement; $1 is the viewer, $2 the organization, $3 the assignment's slug. Answers one JSON value. */
  sql: string;
}

/** Costs what every answer does: who asks, the transaction that speaks for them, and a query that finds one row or none. */
export const SMALLEST_PAGE = 'smallest';

export const PAGES: readonly Page[] = [
  { name: SMALLEST_PAGE, persona: 'student', operation: 'Pseudonym', variables: {}, sql: SMALLEST },
  { name: 'roadmap', persona: 'student', operation: 'Roadmap', variables: {}, sql: ROADMAP },
  {
    name: 'assignment',
    persona: 'student',
    operation: 'Assignment',
    sql: ASSIGNMENT,
    variables: { slug: SLUG },
  },
  {
    name: 'leaderboard',
    persona: 'student',
    operation: 'Leaderboard',
    sql: LEADERBOARD,
    variables: { assignmentSlug: SLUG, board: 'PRIVATE', first: 50 },
  },
  {
    name: 'grading_queue',
    persona: 'instructor',
    operation: 'ReviewQueue',
    sql: GRADING_QUEUE,
    variables: { slug: SLUG, filter: 'WAITING' },
  },
  {
    name: 'portfolio_search',
    persona: 'manager',
    operation: 'Candidates',
    sql: PORTFOLIO_SEARCH,
    variables: { filter: { skill: 'MATHEMATICS', skillPoints: 80 } },
  },
  { name: 'admin_queue', persona: 'operator', operation: 'Fleet', variables: {}, sql: ADMIN_QUEUE },
];

/** What $1 to $3 of a page's statement are. */
export const argumentsOf = (viewerId: string): readonly string[] => [viewerId, DEMO, SLUG];

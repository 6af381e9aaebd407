import { randomUUID } from 'node:crypto';
import { PersonalData } from '@holdout/db';
import { SKILLS } from '@holdout/domain';
import type pg from 'pg';
import { randomOf } from '../support/random.js';

/** Of the deployments that benchmarks start. */
export const SECRET = 'ab'.repeat(32);
const RESULTS_EACH = 3;
const PROJECTS = ['tabular-risk', 'forecasting', 'vision', 'ranking', 'mlops'];
const PLACES = ['Berlin', 'Oslo', 'Lisbon', 'Chicago', 'Nairobi', 'Osaka', 'Lima', 'Perth'];

/**
 * Students of these schools who consent to be found, each with three results and a name. Written past the policies, as the
 * triggers would leave it: `session_replication_role` is `replica`.
 */
export async function insertCandidates(
  admin: pg.Client,
  schools: readonly string[],
  count: number,
): Promise<void> {
  const personal = new PersonalData(SECRET);
  const random = randomOf(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const now = Date.now();
  const people = Array.from({ length: count }, (_, index) => {
    const student = randomUUID();
    const key = personal.newWrappedKey(student);
    const results = Array.from({ length: RESULTS_EACH }, (__, position) => {
      const value = 70 + 30 * random();
      const auc = 0.7 + 0.3 * random();
      return {
        submission: randomUUID(),
        position,
        slug: PROJECTS[(index + position) % PROJECTS.length],
        value,
        low: value - 4,
        high: Math.min(100, value + 4),
        metrics: {
          auc: { label: 'AUC', value: auc, low: auc - 0.02, high: auc + 0.02, direction: 'HIGHER' },
        },
        issued: new Date(now - random() * 365 * 24 * 60 * 60 * 1000).toISOString(),
      };
    });
    return {
      id: randomUUID(),
      student,
      organization: pick(schools),
      place: pick(PLACES),
      key: key.toString('hex'),
      name: personal.encrypt(student, key, `Student ${index}`).toString('hex'),
      skills: Object.fromEntries(
        SKILLS.slice(index % 3, 6 + (index % 3)).map((skill) => [skill, 60 + 40 * random()]),
      ),
      isRemote: random() < 0.1,
      newest: results
        .map(({ issued }) => issued)
        .toSorted()
        .at(-1),
      results,
    };
  });
  await admin.query('CREATE TEMPORARY TABLE given (person jsonb)');
  for (let from = 0; from < people.length; from += 1000) {
    await admin.query('INSERT INTO given SELECT * FROM jsonb_array_elements($1::jsonb)', [
      JSON.stringify(people.slice(from, from + 1000)),
    ]);
  }
  await admin.query(`
    CREATE TEMPORARY TABLE p AS SELECT (person ->> 'id')::uuid AS id, (person ->> 'student')::uuid AS student,
      (person ->> 'organization')::uuid AS organization, person FROM given;
    INSERT INTO users (id, display_name) SELECT student, decode(person ->> 'name', 'hex') FROM p;
    INSERT INTO user_keys (user_id, wrapped_key) SELECT student, decode(person ->> 'key', 'hex') FROM p;
    INSERT INTO memberships (id, organization_id, user_id, role)
      SELECT gen_random_uuid(), organization, student, 'STUDENT' FROM p;
    INSERT INTO portfolios (id, organization_id, student_id, slug, headline, location, is_remote, searchable_since, updated_at)
      SELECT id, organization, student, 's' || replace(id::text, '-', ''), 'Risk models and forecasts', person ->> 'place',
        (person ->> 'isRemote')::boolean, now(), now() FROM p;
    INSERT INTO candidate_projections (portfolio_id, organization_id, student_id, headline, location, is_remote, skills, newest_at,
        shown_results)
      SELECT id, organization, student, 'Risk models and forecasts', person ->> 'place', (person ->> 'isRemote')::boolean,
        person -> 'skills', (person ->> 'newest')::timestamptz,
        (SELECT json_agg(json_build_object('assignmentSlug', r ->> 'slug', 'assignmentTitle', r ->> 'slug', 'points', r -> 'value',
          'low', r -> 'low', 'high', r -> 'high') ORDER BY (r ->> 'position')::int) FROM jsonb_array_elements(person -> 'results') AS r)
      FROM p;
    INSERT INTO candidate_results (portfolio_id, organization_id, submission_id, position, assignment_slug, assignment_title, value,
        low, high, metrics, issued_at, shown, kind)
      SELECT p.id, p.organization, (r ->> 'submission')::uuid, (r ->> 'position')::int, r ->> 'slug', r ->> 'slug',
        (r ->> 'value')::float8, (r ->> 'low')::float8, (r ->> 'high')::float8, r -> 'metrics', (r ->> 'issued')::timestamptz,
        shown_metrics(r -> 'metrics'), md5(shown_metrics(r -> 'metrics')::text)
      FROM p, jsonb_array_elements(p.person -> 'results') AS r;`);
}

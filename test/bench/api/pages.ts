import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { Kind, parse, print, visit, type DefinitionNode, type DocumentNode } from 'graphql';
import { DEMO } from '../../support/api-lab.js';
import { SLUG } from '../../support/reviewed-lab.js';

const FEATURES = fileURLToPath(new URL('../../../apps/web/src/features', import.meta.url));

/** A page: what the web asks the API for it, and what someone would write by hand to get the same rows. */
export interface Page {
  name: string;
  persona: 'student' | 'instructor';
  operation: string;
  variables: Readonly<Record<string, unknown>>;
  /** One statement; $1 is the viewer, $2 the organization, $3 the assignment's slug. Answers one JSON value. */
  sql: string;
}

const assignment = `(SELECT id FROM assignments WHERE organization_id = $2 AND slug = $3)`;
const version = `(SELECT id FROM assignment_versions WHERE assignment_id = ${assignment} ORDER BY version DESC LIMIT 1)`;

export const PAGES: readonly Page[] = [
  {
    name: 'roadmap',
    persona: 'student',
    operation: 'Roadmap',
    variables: {},
    sql: `SELECT json_build_object(
      'stages', (SELECT json_agg(json_build_object('slug', g.slug, 'title', g.title, 'goal', g.goal,
        'lessons', (SELECT json_agg(json_build_object('slug', l.slug, 'title', l.title, 'minutes', l.minutes) ORDER BY l.position)
          FROM lessons l WHERE l.stage_id = g.id),
        'assignments', (SELECT json_agg(json_build_object('slug', a.slug, 'title', a.title, 'summary', a.summary, 'best',
          (SELECT max(s.value) FROM runs r JOIN scores s ON s.run_id = r.id
            JOIN assignment_versions v ON v.id = r.assignment_version_id
            WHERE v.assignment_id = a.id AND r.student_id = $1)) ORDER BY a.position)
          FROM assignments a WHERE a.stage_id = g.id)) ORDER BY g.position)
        FROM stages g WHERE g.organization_id = $2),
      'diagrams', (SELECT json_agg(json_build_object('slug', d.slug, 'nodes', d.nodes, 'edges', d.edges) ORDER BY d.position)
        FROM concept_diagrams d WHERE d.organization_id = $2), 'slug', $3::text) AS page`,
  },
  {
    name: 'assignment',
    persona: 'student',
    operation: 'Assignment',
    variables: { slug: SLUG },
    sql: `SELECT json_build_object('version', to_json(v), 'criteria',
      (SELECT json_agg(c ORDER BY c.position) FROM criteria c JOIN rubric_versions b ON b.id = c.rubric_version_id
        WHERE b.assignment_version_id = v.id),
      'dataset', (SELECT to_json(d) FROM datasets d WHERE d.assignment_version_id = v.id),
      'used', (SELECT count(*) FROM submissions s WHERE s.assignment_id = v.assignment_id AND s.student_id = $1),
      'best', (SELECT max(s.value) FROM runs r JOIN scores s ON s.run_id = r.id
        WHERE r.assignment_version_id = v.id AND r.student_id = $1)) AS page
      FROM assignment_versions v WHERE v.id = ${version}`,
  },
  {
    name: 'leaderboard',
    persona: 'student',
    operation: 'Leaderboard',
    variables: { assignmentSlug: SLUG, board: 'PRIVATE', first: 50 },
    sql: `SELECT json_build_object('rows', (SELECT json_agg(e) FROM (
        SELECT l.student_id, l.value, l.low, l.high, s.resampled_points FROM leaderboard_entries l
        JOIN scores s ON s.id = l.score_id
        WHERE l.assignment_version_id = ${version} AND l.split = 'PRIVATE_TEST'
        ORDER BY l.value DESC, l.id LIMIT 50) e),
      'own', (SELECT count(*) + 1 FROM leaderboard_entries l JOIN leaderboard_entries m
        ON m.assignment_version_id = l.assignment_version_id AND m.split = l.split AND l.value > m.value
        WHERE m.student_id = $1 AND m.split = 'PRIVATE_TEST' AND m.assignment_version_id = ${version})) AS page`,
  },
  {
    name: 'grading_queue',
    persona: 'instructor',
    operation: 'ReviewQueue',
    variables: { slug: SLUG, filter: 'WAITING' },
    sql: `WITH counted AS (
        SELECT DISTINCT ON (r.student_id) r.id, r.student_id, r.queued_at, s.value FROM runs r
        JOIN scores s ON s.run_id = r.id
        WHERE r.assignment_version_id = ${version} AND r.kind = 'CERTIFICATION' AND r.outcome = 'SCORED'
        ORDER BY r.student_id, s.value DESC)
      SELECT json_build_object('total', (SELECT count(*) FROM counted), 'mine',
        (SELECT count(*) FROM reviews w WHERE w.grader_id = $1), 'rows', (SELECT json_agg(q) FROM (
          SELECT c.id, c.student_id, c.queued_at, c.value,
            (SELECT count(*) FROM reviews w WHERE w.run_id = c.id AND w.status = 'FINISHED') AS finished
          FROM counted c ORDER BY c.queued_at LIMIT 50) q)) AS page`,
  },
];

/** What $1 to $3 of a page's statement are. */
export const argumentsOf = (viewerId: string): readonly string[] => [viewerId, DEMO, SLUG];

/** The web's own document of an operation, with the fragments that it uses. */
export function documentOf(operation: string): string {
  const definitions = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => parse(readFileSync(path.join(FEATURES, file), 'utf8')).definitions);
  const named = (name: string): DefinitionNode => {
    const found = definitions.find((one) => 'name' in one && one.name?.value === name);
    if (!found) throw new Error(`The web has no operation or fragment ${name}.`);
    return found;
  };
  const wanted = new Set([named(operation)]);
  for (const definition of wanted)
    visit(definition, { FragmentSpread: ({ name }) => void wanted.add(named(name.value)) });
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...wanted] };
  return print(document);
}

import { z } from 'zod';
import { adminSettings } from './admin.config.js';
import { apiSettings } from './api.config.js';
import { webSettings } from './web.config.js';
import { workerSettings } from './worker.config.js';

const APPS: readonly [title: string, schema: z.ZodObject][] = [
  ['api', apiSettings],
  ['worker', workerSettings],
  ['web', webSettings],
  ['holdout-admin', adminSettings],
];

/** A setting that lets its reader act as the deployment: for a secret store, never for a repository or a log. */
const SECRET = /SECRET|PASSWORD|DATABASE_URL|REDIS_URL|SMTP_URL/;

const INTRODUCTION = `# Settings

Every app reads its settings from the environment, and exits at once with a list of everything that is missing or wrong.
\`npm start\` sets all of them; elsewhere you set them. An empty variable counts as not set. Those marked † hold a secret.

This page is generated from the schemas in \`libs/config\`; a test fails if it is not current.
`;

/** All settings of all apps, as a page of Markdown. */
export function settingsReference(): string {
  return [INTRODUCTION, ...APPS.map(([title, schema]) => `## ${title}\n\n${tableOf(schema)}`)].join('\n');
}

function tableOf({ shape }: z.ZodObject): string {
  const rows = Object.entries(shape as Record<string, z.ZodType>)
    .map(([name, field]) => [
      `\`${name}\`${SECRET.test(name) ? ' †' : ''}`,
      needOf(field),
      describe(field, name),
    ])
    .sort(([a = ''], [b = '']) => a.localeCompare(b, 'en'));
  const table = [['Variable', 'Default', 'What it is'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(table[0] ?? []), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join(
    '\n',
  );
}

function needOf(field: z.ZodType): string {
  if (!field.safeParse(undefined).success) return 'required';
  const value: unknown = z.toJSONSchema(z.object({ field }), { io: 'input', unrepresentable: 'any' })
    .properties?.['field'];
  const preset =
    typeof value === 'object' && value !== null && 'default' in value ? value.default : undefined;
  return preset === undefined ? '—' : `\`${String(preset)}\``;
}

/** @throws when nothing says what a setting is */
function describe(field: z.ZodType, name: string): string {
  for (let at: unknown = field; at instanceof z.ZodType; at = innerOf(at))
    if (at.description) return at.description;
  throw new Error(`The setting ${name} has no description.`);
}

function innerOf(type: z.ZodType): unknown {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) return type.unwrap();
  return type instanceof z.ZodPipe ? type.in : undefined;
}

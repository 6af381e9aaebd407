import { z } from 'zod';
import { printable, rejectArchive, type ArchiveRejection } from './archive-rules.js';
import { sizeText } from './size-text.js';

export const CONFIG_FILE = 'holdout.toml';
export const MAX_CONFIG_BYTES = 64 * 1024;
const MAX_CLAIMS = 20;

/** Entry points and settings as `holdout.toml` names them. Unknown keys are left alone: projects may add their own. */
export const projectConfig = z.looseObject({
  project: z
    .looseObject({
      assignment: z.string().min(1).max(100).optional(),
      seed: z
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .optional(),
    })
    .optional(),
  commands: z.record(z.string(), command()),
  /** What the student measured on rows of their own, by metric: set beside the hidden score afterwards. */
  validation: z
    .record(z.string().min(1).max(100), z.number())
    .refine((claims) => Object.keys(claims).length <= MAX_CLAIMS, `more than ${MAX_CLAIMS} metrics`)
    .optional(),
});
export type ProjectConfig = z.infer<typeof projectConfig>;

function command() {
  return z.string().trim().min(1, 'is empty').max(4096);
}

/** The commands that an assignment knows, whether a submission must name them, and whether they may run a notebook. */
export type CommandRules = Readonly<Record<string, { required: boolean; takesNotebook: boolean }>>;

const ANY_COMMANDS: CommandRules = {};

/**
 * Judge the parsed content of `holdout.toml`.
 * @param assignmentSlug what it is submitted to; null when the file itself decides.
 * @param rules commands of the assignment; without any, every command is taken as it is.
 */
export function rejectConfig(
  config: unknown,
  assignmentSlug: string | null,
  rules: CommandRules = ANY_COMMANDS,
): ArchiveRejection | null {
  const parsed = projectConfig.safeParse(config);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const key = issue?.path.join('.') || 'the file';
    const fact =
      issue?.code === 'invalid_type' ? wrongType(config, issue.path, issue.expected) : `${issue?.message}`;
    return invalid(`${CONFIG_FILE}, ${key}: ${fact}. Compare it with the one in the starter kit.`);
  }
  const named = parsed.data.project?.assignment;
  if (assignmentSlug !== null && named !== undefined && named !== assignmentSlug) {
    return invalid(
      `${CONFIG_FILE}, project.assignment: it names "${printable(named)}", but you are submitting to "${assignmentSlug}". Change one of the two.`,
    );
  }
  return (
    rejectCommands(Object.keys(parsed.data.commands), rules) ?? rejectNotebook(parsed.data.commands, rules)
  );
}

function rejectCommands(named: readonly string[], rules: CommandRules): ArchiveRejection | null {
  const known = Object.keys(rules);
  if (known.length === 0) return null;
  const missing = known.find((name) => rules[name]?.required && !named.includes(name));
  if (missing !== undefined) {
    return invalid(
      `${CONFIG_FILE}, commands.${missing}: missing. The server runs this command, so it must be named. Compare it with the one in the starter kit.`,
    );
  }
  const unknown = named.find((name) => !known.includes(name));
  return unknown === undefined
    ? null
    : invalid(
        `${CONFIG_FILE}, commands.${printable(unknown)}: this assignment has no such command. It knows ${known.join(', ')}.`,
      );
}

/** Whether it can be run, the grading container looks at before anything runs. */
function rejectNotebook(commands: ProjectConfig['commands'], rules: CommandRules): ArchiveRejection | null {
  for (const [name, command] of Object.entries(commands)) {
    const notebook = notebookOf(command);
    if (notebook !== null && rules[name]?.takesNotebook === false) {
      return invalid(
        `${CONFIG_FILE}, commands.${name}: it runs the notebook "${printable(notebook)}", but this assignment takes scripts only. Save the notebook as a Python script and name that.`,
      );
    }
  }
  return null;
}

const NOTEBOOK =
  /^\s*(?:\S*\/)?python3?(?:\s+-[A-Za-z]+)*\s+(?:"([^"]+\.ipynb)"|'([^']+\.ipynb)'|(\S+\.ipynb))(?:\s|$)/;

/** The notebook that a command runs with Python; null where it runs something else. */
export function notebookOf(command: string): string | null {
  const found = NOTEBOOK.exec(command);
  return found && (found[1] ?? found[2] ?? found[3] ?? null);
}

function wrongType(config: unknown, path: readonly PropertyKey[], expected: string): string {
  let value: unknown = config;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  const wanted =
    expected === 'string' ? 'text in quotes' : expected === 'object' ? 'a table' : `a number (${expected})`;
  return value === undefined ? `missing; it must be ${wanted}` : `it must be ${wanted}`;
}

export function configMissing(): ArchiveRejection {
  return rejectArchive(
    'CONFIG_MISSING',
    `There is no ${CONFIG_FILE} at the root of the project. Copy the one from the starter kit and name your commands in it.`,
    CONFIG_FILE,
  );
}

export function configTooLarge(): ArchiveRejection {
  return rejectArchive(
    'CONFIG_TOO_LARGE',
    `${CONFIG_FILE} is larger than ${sizeText(MAX_CONFIG_BYTES)}. Shorten it.`,
    CONFIG_FILE,
  );
}

/** @param detail what the TOML parser says, with its line. */
export function configMalformed(detail: string): ArchiveRejection {
  return rejectArchive('CONFIG_MALFORMED', `${CONFIG_FILE} is not valid TOML: ${detail}`, CONFIG_FILE);
}

function invalid(message: string): ArchiveRejection {
  return rejectArchive('CONFIG_INVALID', message, CONFIG_FILE);
}

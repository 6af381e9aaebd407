import { z } from 'zod';

/** Settings are missing or wrong. The message lists every problem, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    app: string,
    readonly problems: readonly string[],
  ) {
    super(
      `The settings of ${app} have ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n` +
        problems.map((problem) => `  - ${problem}`).join('\n') +
        '\n"npm start" sets all of them. Set them in the environment if you start this app by itself.',
    );
  }
}

/** @throws ConfigError naming every variable at fault */
export function load<T extends z.ZodObject>(app: string, schema: T, env: NodeJS.ProcessEnv): z.infer<T> {
  // An empty variable means "not set": `VAR= npm start` and compose files write it that way.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    app,
    result.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return given[name] === undefined
        ? `${name} is not set. It is ${describe(schema, name)}.`
        : `${name}: ${issue.message}`;
    }),
  );
}

function describe(schema: z.ZodObject, name: string): string {
  const field: unknown = schema.shape[name];
  return (field instanceof z.ZodType && field.description) || 'required';
}

/**
 * Creates a school in a new deployment: organization, roadmap, a first cohort, and the person who administers both
 * the school and the deployment and invites everybody else. Prints their initial password.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { PersonalData, createDatabase, newId } from '@holdout/db';
import pg from 'pg';
import { z } from 'zod';
import { seedOrganization } from './organizations.ts';
import { ensureSignIn } from './sign-in.ts';
import { wholeRoadmap } from './whole-roadmap.ts';

const settings = z.object({
  MIGRATOR_DATABASE_URL: z.string().min(1),
  HOLDOUT_DEPLOYMENT_SECRET: z.string().regex(/^[0-9a-f]{64}$/i),
  PUBLIC_URL: z.url(),
});

const isTimeZone = (name: string): boolean => Intl.supportedValuesOf('timeZone').concat('UTC').includes(name);

const wanted = z.object({
  slug: z
    .string({ error: 'is missing' })
    .regex(/^[a-z0-9][a-z0-9-]{1,39}$/, { error: 'has 2 to 40 lower-case letters, digits and dashes' }),
  name: z.string({ error: 'is missing' }).min(1).max(200),
  'time-zone': z.string({ error: 'is missing' }).refine(isTimeZone, { error: 'looks like Europe/Berlin' }),
  email: z.email({ error: 'is an e-mail address' }).max(254),
  person: z.string({ error: 'is missing' }).min(1).max(200),
});

/** @throws z.ZodError naming every option at fault */
function optionsOf(args: string[]): z.infer<typeof wanted> {
  const text = { type: 'string' } as const;
  const options = { slug: text, name: text, 'time-zone': text, email: text, person: text };
  return wanted.parse(parseArgs({ args, options }).values);
}

async function found(args: string[]): Promise<string> {
  const { slug, name, email, person, 'time-zone': timeZone } = optionsOf(args);
  const env = settings.parse(process.env);
  const administrator = {
    id: newId(),
    email: email.toLowerCase(),
    name: person,
    role: 'ADMIN' as const,
    isOperator: true,
  };
  const school = {
    id: newId(),
    slug,
    name,
    accounts: [administrator],
    cohort: { slug: 'first', name: 'First cohort', timeZone },
  };
  const password = randomBytes(12).toString('base64url');
  const database = createDatabase({
    url: env.MIGRATOR_DATABASE_URL,
    max: 2,
    applicationName: 'holdout-school',
  });
  const client = new pg.Client({ connectionString: env.MIGRATOR_DATABASE_URL });
  await client.connect();
  try {
    // One transaction, because nobody can sign in to a school that was created only in part.
    await client.query('BEGIN');
    await ensureSignIn(client, administrator, password);
    const personal = new PersonalData(env.HOLDOUT_DEPLOYMENT_SECRET);
    await seedOrganization(database, personal, school, wholeRoadmap());
    await client.query('COMMIT');
  } finally {
    await client.end();
    await database.close();
  }
  return `${name} is there. ${email} signs in at ${new URL('/sign-in', env.PUBLIC_URL).href} with ${password} and changes that on the account page.`;
}

/** Errors that the person who typed the command can do something about. */
function explain(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`).join('\n');
  const text = String(error);
  if (/users?_email|"?email"?/i.test(text) && /unique|duplicate/i.test(text))
    return 'There is an account with this address already.';
  if (/slug/.test(text) && /unique/i.test(text)) return 'There is an organization of this slug already.';
  return `The school could not be made: ${text}`;
}

try {
  console.log(await found(process.argv.slice(2)));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PersonalData, createDatabase } from '@holdout/db';
import pg from 'pg';
import { z } from 'zod';
import { company, demo, demoStudent, other } from './accounts.ts';
import { northfield } from './content/northfield.ts';
import { announceSampleProject, seedMembers, seedOrganization } from './organizations.ts';
import { ensureSignIn, isApiKeyKnown, replaceApiKey } from './sign-in.ts';
import { wholeRoadmap } from './whole-roadmap.ts';

const settings = z.object({
  MIGRATOR_DATABASE_URL: z.string().min(1),
  HOLDOUT_DEPLOYMENT_SECRET: z.string().regex(/^[0-9a-f]{64}$/i),
  HOLDOUT_DATA: z.string().min(1),
  PUBLIC_URL: z.url(),
});

const commandLineFile = z.object({ url: z.string(), apiKey: z.string() });

/**
 * The file in which this checkout's command line finds server and key; null when it does not exist or cannot be read.
 */
async function readCommandLineFile(file: string) {
  try {
    return commandLineFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      console.warn(`${file} is replaced: ${String(error)}`);
    return null;
  }
}

/** Keeps a key that still works, or else writes a new one. Only the owner can read the file. */
async function ensureCommandLineFile(client: pg.Client, directory: string, url: string, userId: string) {
  const file = join(directory, 'cli.json');
  const found = await readCommandLineFile(file);
  const isKnown = found !== null && (await isApiKeyKnown(client, found.apiKey));
  if (isKnown && found.url === url) return;
  const apiKey = isKnown ? found.apiKey : await replaceApiKey(client, userId);
  await mkdir(directory, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify({ url, apiKey })}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}

async function seed(): Promise<void> {
  const env = settings.parse(process.env);
  const database = createDatabase({
    url: env.MIGRATOR_DATABASE_URL,
    max: 2,
    applicationName: 'holdout-seed',
  });
  const client = new pg.Client({ connectionString: env.MIGRATOR_DATABASE_URL });
  await client.connect();
  try {
    const personal = new PersonalData(env.HOLDOUT_DEPLOYMENT_SECRET);
    for (const account of [...demo.accounts, ...other.accounts, ...company.accounts])
      await ensureSignIn(client, account);
    const trackId = await seedOrganization(database, personal, demo, wholeRoadmap());
    await seedOrganization(database, personal, other, northfield);
    await seedMembers(database, personal, company);
    await announceSampleProject(database, trackId);
    await ensureCommandLineFile(client, env.HOLDOUT_DATA, env.PUBLIC_URL, demoStudent.id);
  } finally {
    await client.end();
    await database.close();
  }
}

try {
  await seed();
} catch (error) {
  console.error(
    `The demo content could not be written: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}

/**
 * Run by `npm start` before it grades the bundled reference solution: makes sure that the sample account has a
 * certification attempt left, and prints a new API key for it. The previous key stops working.
 */
import { createDatabase, ensureCertificationLeft } from '@holdout/db';
import pg from 'pg';
import { z } from 'zod';
import { demo, demoInstructor, sampleStudent } from './accounts.ts';
import { replaceApiKey } from './sign-in.ts';

const settings = z.object({ MIGRATOR_DATABASE_URL: z.string().min(1) });

async function admit(): Promise<string> {
  const { MIGRATOR_DATABASE_URL: url } = settings.parse(process.env);
  const database = createDatabase({ url, max: 1, applicationName: 'holdout-sample' });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await database.inTenant({ organizationId: demo.id, userId: null }, (tx) =>
      ensureCertificationLeft(tx, {
        organizationId: demo.id,
        assignmentSlug: 'tabular-risk',
        studentId: sampleStudent.id,
        grantedById: demoInstructor.id,
        reason: 'The bundled reference is certified again at every start with --once.',
        now: new Date(),
      }),
    );
    return await replaceApiKey(client, sampleStudent.id);
  } finally {
    await client.end();
    await database.close();
  }
}

try {
  console.log(JSON.stringify({ apiKey: await admit() }));
} catch (error) {
  console.error(
    `The sample could not be admitted: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}

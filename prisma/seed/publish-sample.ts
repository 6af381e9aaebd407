/**
 * Run by `npm start` after the bundled reference solution was scored: shows its result in a portfolio of the sample
 * account, so that hiring managers can find one. Every number in it was measured just now. An existing portfolio
 * stays.
 */
import { setTimeout } from 'node:timers/promises';
import {
  beginPortfolio,
  consentToSearch,
  createDatabase,
  passesOf,
  portfolioOfStudent,
  publishPortfolio,
  writePortfolio,
  writePortfolioItems,
  type Database,
} from '@holdout/db';
import { z } from 'zod';
import { demo, sampleStudent } from './accounts.ts';

const settings = z.object({ MIGRATOR_DATABASE_URL: z.string().min(1) });
const context = { organizationId: demo.id, userId: sampleStudent.id };
const WAIT_MS = 30_000;

const CASE_STUDY = `The strong reference of the project, as it is bundled with Holdout. It audits the columns first, leaves out those that
give the answer away, and chooses its threshold on rows that its models did not see.

It was handed in from the command line, executed in a sandbox on this machine and scored on rows that it had never seen. Follow
*Verify this number* to check what was signed.`;

/**
 * The worker signs the credential shortly after the score.
 * @throws when it does not
 */
async function passOf(database: Database): Promise<string> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await setTimeout(500)) {
    const [pass] = await database.inTenant(context, (tx) => passesOf(tx, sampleStudent.id));
    if (pass) return pass.submissionId;
  }
  throw new Error(`No credential was issued within ${WAIT_MS / 1000} seconds.`);
}

async function publish(): Promise<void> {
  const { MIGRATOR_DATABASE_URL: url } = settings.parse(process.env);
  const database = createDatabase({ url, max: 1, applicationName: 'holdout-sample' });
  try {
    const submissionId = await passOf(database);
    await database.inTenant(context, async (tx) => {
      if (await portfolioOfStudent(tx, sampleStudent.id)) return;
      await beginPortfolio(tx, context);
      const portfolio = await portfolioOfStudent(tx, sampleStudent.id);
      if (!portfolio) throw new Error('The portfolio is gone.');
      await writePortfolio(tx, portfolio.id, {
        slug: 'bundled-reference',
        headline: 'The reference for the tabular risk project, graded here',
        pseudonym: null,
        location: 'Berlin',
        isRemote: true,
      });
      await writePortfolioItems(tx, { id: portfolio.id, organizationId: demo.id }, [
        {
          submissionId,
          caseStudy: CASE_STUDY,
          showsMetrics: true,
          showsPercentile: false,
          showsComments: false,
          showsFigures: true,
          showsModelCard: true,
          showsCode: true,
          showsCriteria: true,
        },
      ]);
      await publishPortfolio(tx, portfolio.id, true);
      await consentToSearch(tx, portfolio.id, new Date());
    });
  } finally {
    await database.close();
  }
}

try {
  await publish();
} catch (error) {
  console.error(
    `The sample's portfolio could not be made: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}

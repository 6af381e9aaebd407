import path from 'node:path';
import { Command } from 'commander';
import { ConfigError } from '@holdout/config';
import { MigrationError } from '@holdout/db';
import { backUp, summaryOf, type BackupSummary } from './backup/backup.js';
import { checkBackup } from './backup/check.js';
import { restore } from './backup/restore.js';
import { AdminError } from './errors.js';
import { setOperator } from './operators/set-operator.js';
import { turnOffSecondFactor } from './second-factor/turn-off.js';
import { readSettings } from './settings/settings.js';

/** Errors whose message is all that their reader needs. */
const TOLD = [AdminError, ConfigError, MigrationError];

function parts({ tables, rows, files, bytes }: BackupSummary): string {
  return `${rows} rows of ${tables} tables, ${files} files of ${(bytes / 1e6).toFixed(1)} MB`;
}

/** What a database that does not answer is told about. */
function explain(error: unknown): unknown {
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED')
    return 'The database does not answer. Start Holdout (npm start), or set ADMIN_DATABASE_URL to a server that runs.';
  if (code === 'ENOSPC') return 'The disk is full. Delete the folder, free some space and try again.';
  return error;
}

const program = new Command('holdout-admin').description(
  'Keeps a deployment safe. Settings come from the deployment that npm start runs here or in HOLDOUT_DATA, and from the environment.',
);

program
  .command('backup')
  .argument(
    '<folder>',
    'a new folder; it will hold secrets and hidden data, so keep it as safe as the deployment',
  )
  .description('copy database, stored content, hidden data and secrets, while everything goes on working')
  .action(async (folder: string) => {
    const summary = await backUp(readSettings(process.env), path.resolve(folder));
    console.log(`Backed up ${parts(summary)} to ${folder}.`);
    if (!summary.hasSecrets)
      console.log(
        'Secrets come from the environment and are not in it. Keep them too: nothing opens without them.',
      );
  });

program
  .command('check')
  .argument('<folder>', 'a backup')
  .description('read all of a backup and compare it with what was written')
  .action(async (folder: string) => {
    const manifest = await checkBackup(path.resolve(folder));
    console.log(`The backup of ${manifest.createdAt} is whole: ${parts(summaryOf(manifest))}.`);
  });

program
  .command('restore')
  .argument('<folder>', 'a backup')
  .description(
    'make an empty database and empty folders what they were; npm start -- --restore FOLDER does it for a new deployment',
  )
  .action(async (folder: string) => {
    const summary = await restore(readSettings(process.env), path.resolve(folder));
    const since =
      summary.applied.length > 0 ? ` ${summary.applied.length} newer migrations were applied.` : '';
    console.log(`Restored ${parts(summary)} of ${summary.createdAt}.${since}`);
  });

program
  .command('second-factor-off')
  .argument('<email>', 'address of the account')
  .description('for somebody who lost their authenticator app and backup codes; make sure of who asks')
  .action(async (email: string) => {
    await turnOffSecondFactor(readSettings(process.env), email);
    console.log(`The second factor of ${email} is off: the password alone signs them in.`);
  });

program
  .command('operator')
  .argument('<email>', 'address of the account')
  .option('--remove', 'no operator any more')
  .description(
    'who operates the deployment: makes and archives organizations, and sees to workers and every run',
  )
  .action(async (email: string, { remove }: { remove?: boolean }) => {
    await setOperator(readSettings(process.env), email, !remove);
    console.log(remove ? `${email} is no operator any more.` : `${email} operates this deployment.`);
  });

program.parseAsync().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});

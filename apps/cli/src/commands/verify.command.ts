import type { AddCommand } from './command.js';
import type { verify as Verify } from './verify.js';

const HELP_AFTER = `
Exit codes: 0 verified   2 a check failed   3 something could not be checked   1 there was nothing to verify

Without a connection, bring what the credential points to:
  holdout verify credential.json --offline --with did.json status.json receipt.json`;

export const addVerify: AddCommand = (program, act) => {
  program
    .command('verify')
    .description('Check a credential or a signed receipt, step by step; no account is needed')
    .argument('<file-or-url>', 'the credential or receipt')
    .option('--with <files...>', 'files it points to: the issuer’s did.json, the status list, receipts', [])
    .option('--trust <issuers...>', 'issuers that you trust, by their did', [])
    .option('--offline', 'fetch nothing', false)
    .option('--json', 'print one JSON object')
    .addHelpText('after', HELP_AFTER)
    .action(
      // What checks signatures takes longer to load than most commands take altogether.
      act(async (...given: Parameters<typeof Verify>) => (await import('./verify.js')).verify(...given)),
    );
};

import { request, withKey } from '../api/client.js';
import { viewerQuery } from '../api/documents.js';
import type { CommandContext } from '../command-context.js';
import { ApiError } from '../errors.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import type { AddCommand } from './command.js';

export const addWhoami: AddCommand = (program, act) => {
  program
    .command('whoami')
    .description('Show who you are signed in as, and where')
    .option('--json', 'print one JSON object')
    .action(act(whoami));
};

async function whoami(context: CommandContext): Promise<ExitCode> {
  const { screen } = context;
  const own = await context.settings();
  const { viewer } = await request(withKey(own), viewerQuery, {});
  if (!viewer)
    throw new ApiError(
      `The server at ${own.url} does not know your key (from ${own.source}). Sign in again with holdout login.`,
      'UNAUTHENTICATED',
    );
  if (screen.isJson) {
    screen.json({ url: own.url, ...viewer });
    return EXIT.OK;
  }
  screen.say(`${viewer.name} (${viewer.email}) at ${own.url}`);
  for (const { role, organization } of viewer.memberships) {
    const isCurrent = organization.slug === viewer.organization?.slug;
    screen.say(
      `  ${organization.name} (${organization.slug}): ${role.toLowerCase().replaceAll('_', ' ')}${isCurrent ? ', in use' : ''}`,
    );
  }
  screen.note(screen.style.dim(`Key from ${own.source}.`));
  return EXIT.OK;
}

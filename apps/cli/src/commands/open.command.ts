import openInBrowser from 'open';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import type { Env } from '../settings/paths.js';
import type { AddCommand } from './command.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const addOpen: AddCommand = (program, act) => {
  program
    .command('open')
    .description('Open a page in the browser: the roadmap, an assignment or a run')
    .argument('[what]', 'slug of an assignment, or id of a run')
    .option('--print', 'only print the address')
    .option('--json', 'print one JSON object with the address, and open nothing')
    .action(act(open));
};

async function open(
  context: CommandContext,
  what: string | undefined,
  options: { print?: boolean },
): Promise<ExitCode> {
  const { screen, world } = context;
  const { url } = await context.settings();
  const address = new URL(pathOf(what), `${url}/`).href;
  if (screen.isJson) {
    screen.json({ url: address });
    return EXIT.OK;
  }
  screen.say(address);
  if (!options.print && !(await show(address, world.env)))
    screen.note('There is no desktop here: open the address in a browser of yours.');
  return EXIT.OK;
}

function pathOf(what: string | undefined): string {
  if (what === undefined) return '';
  return UUID.test(what) ? `runs/${what}` : `assignments/${encodeURIComponent(what)}`;
}

/** False where there is no desktop to show it, such as on a server. */
async function show(address: string, env: Env): Promise<boolean> {
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
  await openInBrowser(address);
  return true;
}

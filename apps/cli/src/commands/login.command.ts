import os from 'node:os';
import { request, withKey } from '../api/client.js';
import { viewerQuery } from '../api/documents.js';
import { createKey } from '../api/sign-in.js';
import type { CommandContext } from '../command-context.js';
import { ApiError, UsageError } from '../errors.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { Prompt } from '../output/prompt.js';
import { DEFAULT_URL, saveSettings, withoutSlash } from '../settings/settings.js';
import type { AddCommand } from './command.js';

interface Options {
  url?: string;
  email?: string;
  apiKey?: string;
  organization?: string;
}

export const addLogin: AddCommand = (program, act) => {
  program
    .command('login')
    .description('Sign in and keep an API key on this computer')
    .option('--url <address>', 'address of the Holdout server')
    .option('--email <address>', 'your e-mail address')
    .option('--api-key <key>', 'use this key instead of a password; - reads it from the input')
    .option('--organization <slug>', 'organization to work in, if you are a member of several')
    .action(act(login));
};

async function login(context: CommandContext, options: Options): Promise<ExitCode> {
  const prompt = new Prompt(context.world);
  try {
    const url = addressOf(
      options.url ?? (await prompt.ask('Address', context.world.env.HOLDOUT_URL ?? DEFAULT_URL)),
    );
    const apiKey = await keyFor(url, options, prompt);
    const access = withKey({ url, apiKey, organization: options.organization });
    const { viewer } = await request(access, viewerQuery, {});
    if (!viewer)
      throw new ApiError(
        'The server does not know this key. Check it, or sign in with your password.',
        'UNAUTHENTICATED',
      );
    const file = await saveSettings(context.world.env, { url, apiKey, organization: options.organization });
    context.screen.say(`Signed in at ${url} as ${viewer.name} (${viewer.email}).`);
    context.screen.note(context.screen.style.dim(`The key is in ${file}; holdout logout removes it.`));
    if (context.world.env.HOLDOUT_API_KEY) {
      context.screen.warn(
        'HOLDOUT_API_KEY is set in this shell and goes before what you just stored. Unset it to use the login.',
      );
    }
    return EXIT.OK;
  } finally {
    prompt.close();
  }
}

async function keyFor(url: string, options: Options, prompt: Prompt): Promise<string> {
  if (options.apiKey === '-') return prompt.askHidden('API key');
  if (options.apiKey !== undefined) return options.apiKey;
  const email = options.email ?? (await prompt.ask('E-mail'));
  return createKey(
    url,
    {
      email,
      password: await prompt.askHidden('Password'),
      code: () => prompt.ask('Code of your authenticator app, or a backup code'),
    },
    `holdout on ${os.hostname()}`.slice(0, 60),
  );
}

function addressOf(text: string): string {
  const address = /^https?:\/\//.test(text) ? text : `http://${text}`;
  if (!URL.canParse(address))
    throw new UsageError(`${text} is not an address. Give one like ${DEFAULT_URL}.`);
  return withoutSlash(address);
}

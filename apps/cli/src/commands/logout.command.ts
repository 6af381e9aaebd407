import { request, withKey } from '../api/client.js';
import { apiKeysQuery, revokeApiKeyMutation } from '../api/documents.js';
import type { CommandContext } from '../command-context.js';
import { CliError } from '../errors.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { forgetSettings, savedSettings, type Settings } from '../settings/settings.js';
import type { AddCommand } from './command.js';

export const addLogout: AddCommand = (program, act) => {
  program.command('logout').description('Revoke the key of this computer and forget it').action(act(logout));
};

async function logout({ screen, world }: CommandContext): Promise<ExitCode> {
  const settings = await savedSettings(world.env);
  if (!settings) {
    screen.say('You were not signed in.');
    return EXIT.OK;
  }
  const obstacle = await revoke(settings);
  await forgetSettings(world.env);
  screen.say(`Signed out of ${settings.url}.`);
  if (obstacle)
    screen.warn(`The key could not be revoked there: ${obstacle} Revoke it in your account's settings.`);
  return EXIT.OK;
}

/** Revoke the key itself. @returns why it could not be, if so */
async function revoke(settings: Settings): Promise<string | undefined> {
  const access = withKey(settings);
  try {
    const { apiKeys } = await request(access, apiKeysQuery, {});
    const own = apiKeys.filter((key) => key.start !== '' && settings.apiKey.startsWith(key.start));
    if (own.length !== 1 || !own[0]) return 'it cannot be told from your other keys.';
    await request(access, revokeApiKeyMutation, { id: own[0].id });
    return undefined;
  } catch (error) {
    if (error instanceof CliError) return error.message;
    throw error;
  }
}

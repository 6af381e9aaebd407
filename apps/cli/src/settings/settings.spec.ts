import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { forgetSettings, loadSettings, saveSettings, savedSettings } from './settings.js';

let home: string;
const env = (more: Record<string, string> = {}) => ({
  HOME: home,
  HOLDOUT_DATA: path.join(home, 'data'),
  ...more,
});

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'holdout-home-'));
  await mkdir(path.join(home, 'data'));
  await writeFile(
    path.join(home, 'data/cli.json'),
    JSON.stringify({ url: 'http://localhost:3000/', apiKey: 'demo' }),
  );
});
afterEach(() => rm(home, { recursive: true, force: true }));

it('uses the demo key that npm start left when nothing else is set', async () => {
  expect(await loadSettings(env())).toMatchObject({ url: 'http://localhost:3000', apiKey: 'demo' });
});

it('prefers what login stored, and keeps it from other users', async () => {
  const file = await saveSettings(env(), {
    url: 'https://school.example',
    apiKey: 'mine',
    organization: 'demo',
  });
  expect(await loadSettings(env())).toMatchObject({
    url: 'https://school.example',
    apiKey: 'mine',
    organization: 'demo',
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('prefers the environment to everything', async () => {
  await saveSettings(env(), { url: 'https://school.example', apiKey: 'mine', organization: undefined });
  const settings = await loadSettings(
    env({ HOLDOUT_URL: 'http://x.example/', HOLDOUT_API_KEY: 'k', HOLDOUT_ORGANIZATION: 'o' }),
  );
  expect(settings).toMatchObject({ url: 'http://x.example', apiKey: 'k', organization: 'o' });
});

it('does not send a key to another server than the one it is for', async () => {
  await expect(loadSettings(env({ HOLDOUT_URL: 'http://elsewhere.example' }))).rejects.toMatchObject({
    reason: 'NOT_SIGNED_IN',
  });
});

it('says which file is damaged', async () => {
  await writeFile(path.join(home, 'data/cli.json'), '{');
  await expect(loadSettings(env())).rejects.toThrow(/cli\.json is not valid JSON/);
});

it('forgets on logout', async () => {
  await saveSettings(env(), { url: 'https://school.example', apiKey: 'mine', organization: undefined });
  await forgetSettings(env());
  expect(await savedSettings(env())).toBeUndefined();
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { refuseHalfRestored, restoreSettings } from './restore.mjs';

let folder: string;
let backup: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'holdout-restore-'));
  [backup, data] = [path.join(folder, 'backup'), path.join(folder, 'data')];
  mkdirSync(path.join(backup, 'settings'), { recursive: true });
  writeFileSync(path.join(backup, 'manifest.json'), '{}');
  writeFileSync(path.join(backup, 'settings/secrets.json'), 'of the backup');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('brings the secrets first, and is gone on with after it broke off', () => {
  restoreSettings(backup, data);
  expect(readFileSync(path.join(data, 'secrets.json'), 'utf8')).toBe('of the backup');
  expect(() => restoreSettings(backup, data)).not.toThrow();
});

it('lets nothing else begin where it broke off', () => {
  expect(() => refuseHalfRestored(data)).not.toThrow();
  restoreSettings(backup, data);
  expect(() => refuseHalfRestored(data)).toThrow(`npm start -- --restore ${backup}`);
  const other = path.join(folder, 'other');
  mkdirSync(other);
  writeFileSync(path.join(other, 'manifest.json'), '{}');
  expect(() => restoreSettings(other, data)).toThrow('holds a deployment already');
});

it('refuses a deployment that is there, and a folder that is no backup', () => {
  mkdirSync(data);
  writeFileSync(path.join(data, 'secrets.json'), 'own');
  expect(() => restoreSettings(backup, data)).toThrow('holds a deployment already');
  expect(() => restoreSettings(data, path.join(folder, 'new'))).toThrow('it has no manifest.json');
  expect(existsSync(path.join(folder, 'new'))).toBe(false);
});

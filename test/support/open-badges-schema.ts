import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';

const FILE = path.join(import.meta.dirname, '../open-badges/ob_v3p0_achievementcredential_schema.json');

// The schema names keywords in places where their type is left open, which Ajv would refuse by default.
const ajv = new Ajv2019({ strict: false, allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(FILE, 'utf8')) as object);

/** What the schema of 1EdTech has against a credential: places and reasons, none when it is valid. For tests. */
export function schemaProblems(credential: unknown): string[] {
  if (isValid(credential)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

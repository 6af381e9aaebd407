import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { BADGES_CONTEXT, bundledContext, VC_CONTEXT } from '@holdout/verification';
import Docker from 'dockerode';
import { testImages } from './images.js';

const VERIFIER = path.resolve(import.meta.dirname, '../verifier');

export interface JudgedCredential {
  credential: unknown;
  /** What the issuer publishes: its keys, and the list that says what was revoked. */
  issuer: unknown;
  statusList: unknown;
}

/** What a verifier in Python, without a line of ours, finds about each credential: VALID, REVOKED, or REFUSED and why. */
export async function pythonFindings(folder: string, cases: readonly JudgedCredential[]): Promise<string[]> {
  const { checks } = testImages(['checks']);
  const place = await mkdtemp(path.join(folder, 'python-'));
  const contexts = Object.fromEntries([VC_CONTEXT, BADGES_CONTEXT].map((url) => [url, bundledContext(url)]));
  await writeFile(path.join(place, 'cases.json'), JSON.stringify({ contexts, cases }));
  const [out, err] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(out), text(err)]);
  const command = ['python3', '/verifier/verify_credential.py', '/given/cases.json'];
  const [ended] = (await new Docker().run(String(checks), command, [out, err], {
    Tty: false,
    Labels: { 'holdout.test': 'python-verifier' },
    HostConfig: {
      AutoRemove: true,
      NetworkMode: 'none',
      Binds: [`${VERIFIER}:/verifier:ro`, `${place}:/given:ro`],
    },
  })) as [{ StatusCode: number }];
  out.end();
  err.end();
  const [findings, complaint] = await printed;
  await rm(place, { recursive: true });
  if (ended.StatusCode !== 0) throw new Error(complaint);
  return JSON.parse(findings) as string[];
}

/** The same credential once for each of its texts, with one letter of that exchanged. */
export function changedByOneLetter(credential: unknown): unknown[] {
  if (typeof credential === 'string') return [withOtherLetter(credential)];
  if (typeof credential !== 'object' || credential === null) return [];
  return Object.entries(credential).flatMap(([name, value]) =>
    changedByOneLetter(value).map((changed) =>
      Array.isArray(credential) ? credential.with(Number(name), changed) : { ...credential, [name]: changed },
    ),
  );
}

function withOtherLetter(text: string): string {
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, middle)}${text[middle] === '7' ? '8' : '7'}${text.slice(middle + 1)}`;
}

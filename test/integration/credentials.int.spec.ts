import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createDatabase, newId, type Database } from '@holdout/db';
import { didWebAddress, GivenFiles, verify, type Verification } from '@holdout/verification';
import { ApiLab, DEMO, OTHER, PUBLIC_URL } from '../support/api-lab.js';
import { certifiedRun } from '../support/certified-run.js';
import { schemaProblems } from '../support/open-badges-schema.js';
import { nodeEnvironment } from '../support/node-environment.js';
import { changedByOneLetter, pythonFindings } from '../support/python-verifier.js';
import { until } from '../support/until.js';

let lab: ApiLab;
let worker: Database;
let student: { cookie: string };
let admin: { cookie: string };
let studentId: string;

beforeAll(async () => {
  lab = await ApiLab.start();
  await lab.startWorker();
  worker = createDatabase({ url: lab.test.workerUrl, max: 2 });
  student = { cookie: await lab.signIn('student@demo.holdout') };
  admin = { cookie: await lab.signIn('admin@demo.holdout') };
  const [row] = await lab.sql<{ id: string }>(
    `SELECT id FROM auth."user" WHERE email = 'student@demo.holdout'`,
  );
  studentId = row?.id ?? '';
});

afterAll(async () => {
  await worker.close();
  await lab.stop();
});

beforeEach(() => lab.forgetRuns());

interface Shown {
  id: string;
  title: string;
  status: string;
  revokedReason: string | null;
  assurance: string;
  isOfStage: boolean;
  runId: string | null;
  address: string;
  document: string;
}

const FIELDS = 'id title status revokedReason assurance isOfStage runId address document';
const MINE = `{ myCredentials { ${FIELDS} } }`;

const mine = async (headers = student): Promise<Shown[]> =>
  (await lab.ask<{ myCredentials: Shown[] }>(headers, MINE)).data?.myCredentials ?? [];

const certify = (points: number, kind: 'PRACTICE' | 'CERTIFICATION' = 'CERTIFICATION') =>
  certifiedRun(
    { api: lab.owner, worker },
    { organizationId: DEMO, studentId, assignmentSlug: 'tabular-risk', points, kind },
  );

/** Every task is done: nothing more will be issued. */
const settled = () =>
  until(
    () => lab.sql<{ n: number }>('SELECT count(*)::int AS n FROM credential_tasks'),
    ([row]) => row?.n === 0,
  );

/** Appends a score to a run, as a regrade or a person's judgement does. */
function rescore(runId: string, change: { points: number; isProvisional?: boolean }) {
  return lab.sql(
    `INSERT INTO scores SELECT $2, organization_id, run_id, rubric_version_id, split, $3::float8, $3 - 5, $3 + 5, pass_mark,
       $3 >= pass_mark, $4, anchors_source, criteria, gates, findings, slices, plots, resampled_points, ladder,
       created_at + interval '1 second' FROM scores WHERE run_id = $1 ORDER BY created_at DESC LIMIT 1`,
    [runId, newId(), change.points, change.isProvisional ?? false],
  );
}

/** Verifies as a stranger would, from what the platform publishes. */
async function verified(text: string): Promise<Verification> {
  const address = (url: string) => url.replace(PUBLIC_URL, lab.url).replace('https://holdout.test', lab.url);
  const fetched = async (url: string) => {
    const response = await fetch(address(url));
    return response.ok ? response.text() : null;
  };
  return verify(text, {
    sources: { byAddress: fetched, byDigest: () => Promise.resolve(null) },
    trusts: () => true,
  });
}

const published = async (name: string, issuer = 'demo') =>
  (await fetch(`${lab.url}/issuers/${issuer}/${name}`)).text();

const findingOf = ({ steps }: Verification, name: string) => steps.find(({ step }) => step === name)?.finding;

describe('a pass', () => {
  it('becomes one credential, and one of its stage, that anyone verifies from what is published', async () => {
    const { runId } = await certify(90);
    const credentials = await until(mine, (found) => found.length === 2);
    const own = credentials.find(({ isOfStage }) => !isOfStage);
    expect(own).toMatchObject({
      title: 'Tabular risk model',
      status: 'ISSUED',
      assurance: 'SELF_DECLARED',
      runId,
    });
    for (const { document } of credentials) {
      const result = await verified(document);
      expect(result.steps.map(({ state }) => state)).toEqual(Array(6).fill('PASSED'));
    }
    const document = JSON.parse(own?.document ?? '{}') as {
      issuer: { id: string };
      credentialSubject: {
        identifier: { identityHash: string; salt: string }[];
        result: { value: string }[];
      };
    };
    expect(document.issuer.id).toBe('did:web:holdout.test:issuers:demo');
    expect(document.credentialSubject.result.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['90', '85 to 95', '0.8312 (0.8001 to 0.86)']),
    );
    const [identifier] = document.credentialSubject.identifier;
    expect(own?.document).not.toContain('student@demo.holdout');
    const [hash] = await lab.sql<{ hash: string }>(
      `SELECT 'sha256$' || encode(sha256(convert_to('student@demo.holdout' || $1, 'UTF8')), 'hex') AS hash`,
      [identifier?.salt],
    );
    expect(identifier?.identityHash).toBe(hash?.hash);
  });

  it('is issued once, however often it is settled', async () => {
    const { submissionId } = await certify(90);
    await until(mine, (found) => found.length === 2);
    for (let again = 0; again < 3; again += 1) {
      await lab.sql(
        `INSERT INTO credential_tasks (organization_id, kind, subject_id) VALUES ($1, 'SETTLE', $2) ON CONFLICT DO NOTHING`,
        [DEMO, submissionId],
      );
      await settled();
    }
    expect(await mine()).toHaveLength(2);
    const copy = lab.sql(
      `INSERT INTO credentials SELECT gen_random_uuid(), organization_id, student_id, submission_id, run_id, stage_id, pass_key,
         basis || ' again', assurance, status, status_list, (status_index + 1) % 131072, key_id, document
       FROM credentials LIMIT 1`,
    );
    await expect(copy).rejects.toThrow(/credentials_in_force/);
  });

  it('waits while a required criterion is not graded, and is not one below the pass mark or in practice', async () => {
    const { runId } = await certify(90);
    await lab.sql('SET session_replication_role = replica; UPDATE scores SET is_provisional = true');
    await rescore(runId, { points: 90, isProvisional: true });
    await settled();
    // The first score may have been settled before it was made provisional here: then it was revoked.
    expect((await mine()).filter(({ status }) => status === 'ISSUED')).toEqual([]);
    await rescore(runId, { points: 88 });
    await until(mine, (found) => found.filter(({ status }) => status === 'ISSUED').length === 2);
    await lab.forgetRuns();
    await certify(60);
    await certify(95, 'PRACTICE');
    await settled();
    expect(await mine()).toEqual([]);
  });

  it('is issued anew on a regrade that still passes, and revoked on one that does not', async () => {
    const { runId } = await certify(90);
    const [first] = await until(mine, (found) => found.length === 2);
    await rescore(runId, { points: 75 });
    const anew = await until(mine, (found) => found.length === 4);
    expect(anew.flatMap(({ document }) => schemaProblems(JSON.parse(document)))).toEqual([]);
    const replaced = anew.find(({ id }) => id === first?.id);
    expect(replaced).toMatchObject({ status: 'REVOKED', revokedReason: 'REPLACED' });
    await settled();
    expect(findingOf(await verified(first?.document ?? ''), 'REVOCATION')).toBe('REVOKED');
    await rescore(runId, { points: 50 });
    const ended = await until(mine, (found) => found.every(({ status }) => status === 'REVOKED'));
    expect(ended.filter(({ revokedReason }) => revokedReason === 'REGRADED')).toHaveLength(2);
  });

  it('is issued anew when somebody vouches for who did the work, never on the student’s own word', async () => {
    const { submissionId } = await certify(90);
    await until(mine, (found) => found.length === 2);
    const assure = `mutation ($id: ID!) { assureSubmission(submissionId: $id, level: INTERVIEWED, note: "30 minutes") }`;
    expect(await lab.codeOf(student, assure, { id: submissionId })).toBe('FORBIDDEN');
    const instructor = { cookie: await lab.signIn('instructor@demo.holdout') };
    expect(await lab.codeOf(instructor, assure, { id: submissionId })).toBe('ok');
    const after = await until(mine, (found) =>
      found.filter(({ status }) => status === 'ISSUED').some(({ assurance }) => assurance === 'INTERVIEWED'),
    );
    expect(
      after.find(({ assurance, isOfStage }) => assurance === 'INTERVIEWED' && !isOfStage)?.document,
    ).toContain('Interviewed');
  });
});

describe('a credential', () => {
  it('is fetched by strangers only while its holder shares it, and its receipt by digest', async () => {
    await certify(90);
    const [credential] = await until(mine, (found) => found.length === 2);
    const address = credential?.address.replace(PUBLIC_URL, lab.url) ?? '';
    expect((await fetch(address)).status).toBe(404);
    const share =
      'mutation ($id: ID!, $isShared: Boolean!) { shareCredential(id: $id, isShared: $isShared) { isShared } }';
    const another = { cookie: await lab.signIn('student@other.holdout') };
    expect(await lab.codeOf(another, share, { id: credential?.id, isShared: true })).toBe('NOT_FOUND');
    expect(await lab.codeOf(student, share, { id: credential?.id, isShared: true })).toBe('ok');
    const response = await fetch(address);
    expect(await response.text()).toBe(credential?.document);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await lab.codeOf(student, share, { id: credential?.id, isShared: false })).toBe('ok');
    expect((await fetch(address)).status).toBe(404);
  });

  it('is revoked by an administrator, at once in the list, and not issued again for the same score', async () => {
    const { submissionId } = await certify(90);
    const found = await until(mine, (list) => list.length === 2);
    const credential = found.find(({ isOfStage }) => !isOfStage);
    const revoke =
      'mutation ($id: ID!, $reason: String!) { revokeCredential(id: $id, reason: $reason) { status } }';
    const variables = { id: credential?.id, reason: 'The work was somebody else’s.' };
    expect(await lab.codeOf(student, revoke, variables)).toBe('FORBIDDEN');
    await lab.sql(
      `INSERT INTO memberships (id, organization_id, user_id, role)
       SELECT gen_random_uuid(), organization_id, user_id, 'ADMIN' FROM memberships WHERE organization_id = $1 AND role = 'INSTRUCTOR'`,
      [OTHER],
    );
    const elsewhere = { cookie: await lab.signIn('instructor@other.holdout') };
    expect(await lab.codeOf(elsewhere, revoke, variables)).toBe('NOT_FOUND');
    expect(await lab.codeOf(admin, revoke, { ...variables, reason: ' ' })).toBe('BAD_USER_INPUT');
    expect(await lab.codeOf(admin, revoke, variables)).toBe('ok');
    expect(await lab.codeOf(admin, revoke, variables)).toBe('CONFLICT');
    await settled();
    expect(findingOf(await verified(credential?.document ?? ''), 'REVOCATION')).toBe('REVOKED');
    await lab.sql(
      `INSERT INTO credential_tasks (organization_id, kind, subject_id) VALUES ($1, 'SETTLE', $2)`,
      [DEMO, submissionId],
    );
    await settled();
    expect((await mine()).filter(({ status }) => status === 'ISSUED')).toEqual([]);
    const undo = lab.sql(`UPDATE credentials SET status = 'ISSUED', revoked_at = NULL`);
    await expect(undo).rejects.toThrow(/cannot be taken back/);
  });

  it('is judged alike by a verifier in Python without a line of ours, which refuses one letter’s change', async () => {
    const { runId } = await certify(90);
    const parsed = async (text: string | Promise<string>) =>
      JSON.parse(await text) as Record<string, unknown>;
    const [first, second] = await until(mine, (found) => found.length === 2);
    const credential = await parsed(first?.document ?? '');
    const issuer = await parsed(published('did.json'));
    const before = await parsed(published('status/1'));
    await rescore(runId, { points: 50 });
    await until(mine, (found) => found.every(({ status }) => status === 'REVOKED'));
    await settled();
    const after = await parsed(published('status/1'));
    const { proof } = before;
    const changed = changedByOneLetter(credential);
    expect(changed.length).toBeGreaterThan(50);
    const [good, ofStage, revoked, forged, foreign, ...others] = await pythonFindings(lab.folder, [
      { credential, issuer, statusList: before },
      { credential: await parsed(second?.document ?? ''), issuer, statusList: before },
      { credential, issuer, statusList: after },
      { credential, issuer, statusList: { ...after, proof } },
      { credential, issuer: await parsed(published('did.json', 'other')), statusList: before },
      ...changed.map((each) => ({ credential: each, issuer, statusList: before })),
    ]);
    expect([good, ofStage, revoked]).toEqual(['VALID', 'VALID', 'REVOKED']);
    for (const finding of [forged, foreign, ...others]) expect(finding).toMatch(/^REFUSED: /);
  });

  it('stays good over a rotation, and is issued anew when a key got into other hands', async () => {
    await certify(90);
    const before = await until(mine, (found) => found.length === 2);
    const rotate =
      'mutation ($isCompromised: Boolean!) { rotateIssuerKey(isCompromised: $isCompromised) { did isRotating } }';
    expect(await lab.codeOf(student, rotate, { isCompromised: false })).toBe('FORBIDDEN');
    expect(await lab.codeOf(admin, rotate, { isCompromised: false })).toBe('ok');
    await settled();
    const rotated = await verified(before[0]?.document ?? '');
    expect(findingOf(rotated, 'SIGNATURE')).toBe('VALID_EARLIER_KEY');
    // What the earlier key signed stays good; only what the present one signs is in danger now.
    const second = await certify(91);
    await until(mine, (found) => found.some(({ runId }) => runId === second.runId));
    await settled();
    const atRisk = (await mine()).find(({ runId }) => runId === second.runId);
    expect(await lab.codeOf(admin, rotate, { isCompromised: true })).toBe('ok');
    await until(mine, (found) => found.some(({ id, status }) => id === atRisk?.id && status === 'REVOKED'));
    await settled();
    expect(findingOf(await verified(atRisk?.document ?? ''), 'SIGNATURE')).toBe('REVOKED_KEY');
    const anew = (await mine()).find(({ runId, status }) => runId === second.runId && status === 'ISSUED');
    expect((await verified(anew?.document ?? '')).verdict).toBe('VERIFIED');
    const { data } = await lab.ask<{ issuer: { keys: { revokedAt: string | null }[] } }>(
      admin,
      '{ issuer { keys { id activeFrom retiredAt revokedAt } } }',
    );
    expect(data?.issuer.keys.length).toBeGreaterThanOrEqual(3);
  });
});

describe('holdout verify', () => {
  it('needs no account and, given the files, no connection', async () => {
    await certify(90);
    const credential = (await until(mine, (found) => found.length === 2)).find(({ isOfStage }) => !isOfStage);
    const document = credential?.document ?? '';
    const { relatedResource } = JSON.parse(document) as { relatedResource: { id: string }[] };
    const receipt = await published(`receipts/${relatedResource[0]?.id.split('/').at(-1)}`);
    const folder = await mkdtemp(path.join(lab.folder, 'verify-'));
    const files = {
      'credential.json': document,
      'forged.json': document.replace('"90"', '"99"'),
      'did.json': await published('did.json'),
      'status.json': await published('status/1'),
      'receipt.json': receipt,
      'other.json': '{}',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    const verifyFile = (...args: string[]) =>
      spawnSync(process.execPath, ['apps/cli/dist/main.js', 'verify', ...args], {
        cwd: new URL('../../', import.meta.url),
        env: { ...nodeEnvironment, HOME: folder },
        encoding: 'utf8',
      });
    const at = (name: string) => path.join(folder, name);
    const all = ['--with', at('did.json'), at('status.json'), at('receipt.json')];
    const good = verifyFile(at('credential.json'), '--offline', ...all);
    expect(good).toMatchObject({ status: 0, stdout: expect.stringContaining('Verified') as string });
    const forged = verifyFile(at('forged.json'), '--offline', '--json', ...all);
    expect(forged.status).toBe(2);
    expect(JSON.parse(forged.stdout)).toMatchObject({
      verdict: 'NOT_VERIFIED',
      steps: [{ finding: 'CHANGED' }, {}, {}, {}, {}, {}],
    });
    expect(verifyFile(at('credential.json'), '--offline').status).toBe(3);
    expect(verifyFile(at('receipt.json'), '--offline', '--with', at('did.json')).status).toBe(0);
    expect(verifyFile(at('other.json'), '--offline').status).toBe(1);
    expect(verifyFile(at('nowhere.json'), '--offline').status).toBe(1);
  });
});

describe('a receipt', () => {
  it('of every scored run is signed, once, and downloaded by those who may see the run', async () => {
    const { runId } = await certify(60, 'PRACTICE');
    const file = `${lab.url}/files/receipts/${runId}`;
    const signed = await until(
      () => fetch(file, { headers: student }),
      ({ ok }) => ok,
    );
    const text = await signed.text();
    expect((await verified(text)).verdict).toBe('VERIFIED');
    expect((await fetch(file)).status).toBe(401);
    const elsewhere = { cookie: await lab.signIn('student@other.holdout') };
    expect((await fetch(file, { headers: elsewhere })).status).toBe(404);
    const manager = { cookie: await lab.signIn('manager@demo.holdout') };
    expect((await fetch(file, { headers: manager })).status).toBe(403);
    // A practice receipt is nobody's evidence: it is not published.
    const { data } = await lab.ask<{ run: { receipt: { envelopeDigest: string } } }>(
      student,
      'query ($id: ID!) { run(id: $id) { receipt { envelopeDigest } } }',
      { id: runId },
    );
    expect((await fetch(`${lab.url}/issuers/demo/receipts/${data?.run.receipt.envelopeDigest}`)).status).toBe(
      404,
    );
    const resign = lab.sql(`UPDATE receipts SET envelope = 'x', signature = '\\x00' WHERE run_id = $1`, [
      runId,
    ]);
    await expect(resign).rejects.toThrow(/append-only/);
  });
});

describe('keys', () => {
  it('are sealed from the API, in its own tables', async () => {
    const api = createDatabase({ url: lab.test.apiUrl, max: 1 });
    const read = api.inTenant(
      { organizationId: DEMO, userId: null },
      (tx) => tx.$queryRaw`SELECT encrypted_private_key FROM issuer_keys`,
    );
    await expect(read).rejects.toThrow(/permission denied/);
    await api.close();
  });

  it('and credentials of one organization are nothing to another', async () => {
    await certify(90);
    await until(mine, (found) => found.length === 2);
    const document = await (await fetch(`${lab.url}/issuers/other/did.json`)).text();
    expect(document).toContain('did:web:holdout.test:issuers:other');
    const seen = await worker.inTenant({ organizationId: OTHER, userId: null }, (tx) =>
      tx.credential.count(),
    );
    expect(seen).toBe(0);
    const sources = await GivenFiles.of([document], didWebAddress);
    const [credential] = await mine();
    const result = await verify(credential?.document ?? '', { sources, trusts: () => true });
    expect(findingOf(result, 'SIGNATURE')).toBe('ISSUER_NOT_FOUND');
    expect((await fetch(`${lab.url}/issuers/nobody/did.json`)).status).toBe(404);
  });
});

import type { RosterReport } from '@holdout/domain';
import type { Email } from 'postal-mime';
import { ApiLab, DEMO, OTHER } from '../support/api-lab.js';
import { invitationToken } from '../support/invitation-token.js';
import { MailServer } from '../support/mail-server.js';
import { until } from '../support/until.js';

interface Invitation {
  id: string;
  link: string | null;
  letter: string;
  letterProblem: string | null;
  maySend: boolean;
}

const FIELDS = 'id link letter letterProblem maySend';
const INVITE = `mutation ($input: InviteInput!) { invite(input: $input) { ${FIELDS} } }`;
const SEND = `mutation ($id: ID!) { sendInvitation(id: $id) { ${FIELDS} } }`;
const REVOKE = 'mutation ($id: ID!) { revokeInvitation(id: $id) { status } }';
const INVITED_TO = 'query ($token: String!) { invitedTo(token: $token) { organizationName } }';
const ACCEPT = 'mutation ($token: String!) { acceptInvitation(token: $token) { role } }';

let lab: ApiLab;
let server: MailServer;
let cookies: Record<'admin' | 'operator' | 'otherAdmin' | 'stranger', string>;
let cohortId: string;

beforeAll(async () => {
  [lab, server] = await Promise.all([ApiLab.start(), MailServer.start()]);
  await lab.startWorker({ SMTP_URL: server.url, MAIL_FROM: 'Holdout <post@holdout.test>' });
  cookies = await lab.signInAll({
    admin: 'admin@demo.holdout',
    operator: 'operator@demo.holdout',
    otherAdmin: 'instructor@other.holdout',
    stranger: 'student@other.holdout',
  });
  await lab.sql(
    `INSERT INTO memberships (id, organization_id, user_id, role)
     SELECT gen_random_uuid(), $1, id::uuid, 'ADMIN' FROM auth.user WHERE email = 'instructor@other.holdout'`,
    [OTHER],
  );
  [{ id: cohortId } = { id: '' }] = await lab.sql<{ id: string }>(
    'SELECT id FROM cohorts WHERE organization_id = $1',
    [DEMO],
  );
});
afterAll(async () => {
  await lab.stop();
  await server.stop();
});
beforeEach(async () => {
  await lab.sql('DELETE FROM outgoing_mail');
  server.forget();
});

const as = (who: keyof typeof cookies) => ({ cookie: cookies[who] });
async function invited(email: string, more: object = {}): Promise<Invitation> {
  const { data, errors } = await lab.ask<{ invite: Invitation }>(as('admin'), INVITE, {
    input: { email, role: 'STUDENT', ...more },
  });
  if (!data) throw new Error(errors?.[0]?.message);
  return data.invite;
}
const state = async (email: string): Promise<Invitation | undefined> => {
  const query = `query ($email: String) { invitations(email: $email, first: 1) { ${FIELDS} } }`;
  const { data } = await lab.ask<{ invitations: Invitation[] }>(as('admin'), query, { email });
  return data?.invitations[0];
};
const becomes = (email: string, letter: string) =>
  until(
    () => state(email),
    (found) => found?.letter === letter,
  );
const opens = async (link: string | null) =>
  (await lab.ask<{ invitedTo: object | null }>({}, INVITED_TO, { token: invitationToken(link ?? '') })).data
    ?.invitedTo !== null;
const linkIn = ({ text }: Email) => /http:\/\/holdout\.test\/invitation\/\S+/.exec(text ?? '')?.[0] ?? null;
const waiting = async () => (await lab.sql(`SELECT id FROM outgoing_mail WHERE kind = 'INVITATION'`)).length;
async function imported(csv: string, isDryRun = false): Promise<RosterReport> {
  const response = await fetch(`${lab.url}/files/roster?isDryRun=${isDryRun}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', ...as('admin') },
    body: csv,
  });
  return (await response.json()) as RosterReport;
}

it('mails the way in, in the organization’s name, and says that it was sent', async () => {
  const made = await invited('New.Person@example.org', { cohortId });
  expect(made).toMatchObject({ letter: 'WAITING', maySend: true });
  const mail = await server.mailTo('New.Person@example.org');
  expect(mail.from).toEqual({ address: 'post@holdout.test', name: 'Holdout Demo School via Holdout' });
  expect(mail.subject).toBe('Holdout Demo School invites you to Holdout');
  expect(mail.text).toMatch(
    /^Ada Novak invites you to join Holdout Demo School on Holdout as a student, in the cohort /m,
  );
  expect(mail.text).toMatch(/until \d+ \w+ \d{4} at \d\d:\d\d \(/);
  expect(linkIn(mail)).toBe(made.link);
  expect(await opens(made.link)).toBe(true);
  await becomes('new.person@example.org', 'SENT');
  expect(await waiting()).toBe(0);
});

it('keeps the address sealed, and only while it may be needed', async () => {
  server.answer = () => ({ code: 451 });
  const { id, link } = await invited('student@other.holdout', { role: 'INSTRUCTOR' });
  await until(
    () => state('student@other.holdout'),
    (found) => found?.letterProblem !== null,
  );
  const rows = await lab.sql<{ row: string; sealed: Buffer | null }>(
    `SELECT to_json(i)::text || coalesce(to_json(m)::text, '') AS row, i.sealed_email AS sealed
     FROM invitations i LEFT JOIN outgoing_mail m ON m.recipient_id = i.id WHERE i.id = $1`,
    [id],
  );
  expect(rows[0]?.row).not.toMatch(/student@other|73747564656e74406f/); // nor its bytes
  expect(rows[0]?.sealed?.length).toBeGreaterThan(28);
  expect(await lab.codeOf(as('stranger'), ACCEPT, { token: invitationToken(link ?? '') })).toBe('ok');
  const after = await lab.sql('SELECT sealed_email FROM invitations WHERE id = $1', [id]);
  expect([after, await waiting()]).toEqual([[{ sealed_email: null }], 0]);
  await invited('late@example.org');
  await lab.sql(
    `UPDATE invitations SET expires_at = now() - interval '31 days' WHERE sealed_email IS NOT NULL`,
  );
  await until(
    () => state('late@example.org'),
    (found) => found?.maySend === false,
  );
});

it('tells whom no server would have, without the address', async () => {
  server.answer = () => ({ code: 550 });
  await invited('nobody@example.org');
  const { letterProblem } = (await becomes('nobody@example.org', 'GIVEN_UP')) ?? {};
  expect(letterProblem).toContain('550');
  const [row] = await lab.sql<{ last_failure: string }>('SELECT last_failure FROM outgoing_mail');
  expect(`${letterProblem} ${row?.last_failure}`).not.toContain('@');
});

it('sends no letter of an invitation that was withdrawn', async () => {
  server.answer = () => ({ code: 451 });
  const { id } = await invited('wrong@example.org');
  await until(
    () => state('wrong@example.org'),
    (found) => found?.letterProblem !== null,
  );
  expect(await lab.codeOf(as('admin'), REVOKE, { id })).toBe('ok');
  expect(await waiting()).toBe(0);
  expect(await state('wrong@example.org')).toMatchObject({ letter: 'NONE', maySend: false });
  server.answer = () => 'ok';
  await invited('right@example.org');
  await server.mailTo('right@example.org');
  expect(server.taken).toHaveLength(1);
  expect(await lab.codeOf(as('admin'), SEND, { id })).toBe('CONFLICT');
});

it('is sent again by another link, a few times a day', async () => {
  const first = await invited('again@example.org');
  await server.mailTo('again@example.org');
  await lab.sql(`UPDATE invitations SET expires_at = now() - interval '1 minute' WHERE id = $1`, [first.id]);
  expect(await opens(first.link)).toBe(false);
  const { data } = await lab.ask<{ sendInvitation: Invitation }>(as('admin'), SEND, {
    id: first.id.toUpperCase(),
  });
  const second = await server.mailTo('again@example.org', 2);
  expect(linkIn(second)).toBe(data?.sendInvitation.link);
  expect([await opens(first.link), await opens(linkIn(second))]).toEqual([false, true]);
  expect(await lab.codeOf(as('admin'), SEND, { id: first.id })).toBe('ok');
  const third = await server.mailTo('again@example.org', 3);
  const refused = await lab.ask(as('admin'), SEND, { id: first.id });
  expect(refused.errors?.[0]).toMatchObject({
    message: expect.stringMatching(/mailed 3 times within a day/) as string,
    extensions: { code: 'RATE_LIMITED', limit: 3 },
  });
  expect(await opens(linkIn(third))).toBe(true);
  // By another invitation, or from another organization, it is the same person.
  expect(await invited('again@example.org', { role: 'INSTRUCTOR' })).toMatchObject({ letter: 'NONE' });
  const { data: other } = await lab.ask<{ invite: Invitation }>(as('otherAdmin'), INVITE, {
    input: { email: 'again@example.org', role: 'STUDENT' },
  });
  expect(other?.invite).toMatchObject({
    letter: 'NONE',
    link: expect.stringContaining('/invitation/') as string,
  });
  await lab.sql(`UPDATE invitations SET letters_since = now() - interval '25 hours'`);
  expect(await lab.codeOf(as('admin'), SEND, { id: first.id })).toBe('ok');
  expect(await lab.codeOf(as('otherAdmin'), SEND, { id: first.id })).toBe('NOT_FOUND');
  const audited = await lab.sql(`SELECT 1 FROM audit_events WHERE action = 'invitation.sent-again'`);
  expect(audited).toHaveLength(3);
});

it('stops at what an organization may send in a day, and invites all the same', async () => {
  const { id } = await invited('many@example.org');
  await lab.sql('UPDATE invitations SET letters = 20000, letters_since = now() WHERE id = $1', [id]);
  expect(await invited('more@example.org')).toMatchObject({ letter: 'NONE', maySend: true });
  await lab.sql('UPDATE invitations SET letters = 1 WHERE id = $1', [id]);
});

it('mails the administrator whom an operator invites', async () => {
  const { data } = await lab.ask<{ inviteAdministrator: { link: string; isMailed: boolean } }>(
    as('operator'),
    'mutation ($id: ID!) { inviteAdministrator(id: $id, email: "head@example.org") { link isMailed } }',
    { id: DEMO },
  );
  expect(data?.inviteAdministrator.isMailed).toBe(true);
  const mail = await server.mailTo('head@example.org');
  expect(mail.text).toContain('as an administrator. Open');
  expect(linkIn(mail)).toBe(data?.inviteAdministrator.link);
});

const refusal = (answer: { errors?: { message: string; extensions: { code: string } }[] }) => {
  const [{ message, extensions } = { message: '', extensions: null }] = answer.errors ?? [];
  return { message, ...extensions };
};

it('is not made twice while it is open: what to do instead is said', async () => {
  const { id } = await invited('twice@example.org');
  await expect(invited('Twice@Example.org')).rejects.toThrow(
    'Twice@Example.org already has an open invitation like this one. Send it again, or revoke it, in the list of invitations.',
  );
  expect((await invited('twice@example.org', { role: 'INSTRUCTOR' })).id).not.toBe(id);
  expect((await invited('twice@example.org', { cohortId })).id).not.toBe(id);
  await lab.ask(as('admin'), REVOKE, { id });
  expect((await invited('twice@example.org')).id).not.toBe(id);
});

describe('somebody who is a member already', () => {
  const count = async () => (await lab.sql('SELECT 1 FROM invitations')).length;
  const ADMINISTER =
    'mutation ($id: ID!, $email: String!) { inviteAdministrator(id: $id, email: $email) { link } }';

  it('is not invited: an admin is told what they are, and what to do', async () => {
    const before = await count();
    const ask = (email: string, role: string) => lab.ask(as('admin'), INVITE, { input: { email, role } });
    expect(refusal(await ask(' Student@Demo.holdout', 'STUDENT'))).toMatchObject({
      code: 'CONFLICT',
      field: 'email',
      message:
        'Student@Demo.holdout is already a member (student). Put them into their cohort without an invitation.',
    });
    expect(refusal(await ask('ta@demo.holdout', 'INSTRUCTOR')).message).toContain('(teaching assistant)');
    expect(await count()).toBe(before);
    expect(await waiting()).toBe(0);
  });

  it('is no business of others: admins of elsewhere, and operators who administer something else, invite them unknowing', async () => {
    const input = { email: 'student@demo.holdout', role: 'STUDENT' };
    const elsewhere = await lab.ask(as('otherAdmin'), INVITE, { input });
    expect(elsewhere.errors).toBeUndefined();
    const of = (id: string, email: string) => lab.ask(as('operator'), ADMINISTER, { id, email });
    for (const email of ['instructor@other.holdout', 'nobody@other.holdout'])
      expect((await of(OTHER, email)).errors).toBeUndefined();
    expect(refusal(await of(DEMO, 'admin@demo.holdout'))).toMatchObject({ code: 'CONFLICT', field: 'email' });
    await lab.sql(
      `DELETE FROM memberships WHERE role = 'ADMIN' AND organization_id = $1
       AND user_id = (SELECT id::uuid FROM auth.user WHERE email = 'operator@demo.holdout')`,
      [DEMO],
    );
    expect((await of(DEMO, 'admin@demo.holdout')).errors).toBeUndefined();
  });

  it('is put into a cohort at once, on record, by admins of their own organization', async () => {
    const cohorts = await lab.sql<{ id: string; slug: string }>(
      `INSERT INTO cohorts (id, organization_id, track_id, slug, name, archived_at)
       SELECT gen_random_uuid(), organization_id, track_id, n.slug, n.slug, CASE n.slug WHEN 'gone' THEN now() END
       FROM cohorts, unnest(ARRAY['evening', 'gone']) AS n(slug) WHERE organization_id = $1 AND cohorts.slug = 'autumn'
       RETURNING id, slug`,
      [DEMO],
    );
    const [evening, gone] = ['evening', 'gone'].map((slug) => cohorts.find((each) => each.slug === slug)?.id);
    const enroll = (email: string, cohortId: string | undefined, who: keyof typeof cookies = 'admin') =>
      lab.codeOf(
        as(who),
        'mutation ($email: String!, $cohortId: ID!) { enrollStudent(email: $email, cohortId: $cohortId) }',
        { email, cohortId },
      );
    const places = () =>
      lab.sql('SELECT 1 FROM enrollments WHERE cohort_id = $1 AND withdrawn_at IS NULL', [evening]);
    expect(await enroll('ta@demo.holdout', evening)).toBe('NOT_FOUND');
    expect(await enroll('student@demo.holdout', gone)).toBe('CONFLICT');
    expect(await enroll('student@demo.holdout', evening, 'otherAdmin')).toBe('NOT_FOUND');
    expect(await places()).toHaveLength(0);
    for (const email of ['Student@demo.holdout', 'student@demo.holdout'])
      expect(await enroll(email, evening)).toBe('ok');
    expect(await places()).toHaveLength(1);
    const audited = await lab.sql(
      `SELECT detail FROM audit_events WHERE action = 'enrollment.made' AND subject_id = $1`,
      [evening],
    );
    expect(audited).toEqual([{ detail: { userId: expect.any(String) } }]);
  });

  it('is named in the report of a roster, with what they are', async () => {
    const csv = 'email,role,cohort\nstudent@demo.holdout,,\nta@demo.holdout,,\nnew@demo.holdout,,';
    const { rows } = await imported(csv, true);
    expect(rows.map(({ result, rolesHere }) => [result, rolesHere])).toEqual([
      ['UNCHANGED', ['STUDENT']],
      ['INVITED', ['TEACHING_ASSISTANT']],
      ['INVITED', []],
    ]);
  });
});

describe('a roster', () => {
  const CSV = 'email,role,cohort\nfirst@roster.org,,autumn\nsecond@roster.org,instructor,\nwrong,,';

  it('mails those whom it invites, once', async () => {
    expect(await imported(CSV, true)).toMatchObject({ invited: 2, mailed: 0 });
    expect(await waiting()).toBe(0);
    const report = await imported(CSV);
    expect(report).toMatchObject({ invited: 2, mailed: 2, refused: 1 });
    expect(linkIn(await server.mailTo('first@roster.org'))).toBe(report.rows[0]?.link);
    expect((await server.mailTo('second@roster.org')).text).toContain('as an instructor. Open');
    expect(await imported(CSV)).toMatchObject({ invited: 0, mailed: 0, unchanged: 2 });
    expect(await imported('email,cohort\nsecond@roster.org,autumn')).toMatchObject({ invited: 1, mailed: 1 });
    await server.mailTo('second@roster.org', 2);
    await lab.sql(`UPDATE invitations SET cohort_id = NULL WHERE cohort_id IS NOT NULL`);
    expect(await imported(CSV)).toMatchObject({ placed: 1, mailed: 0 });
    expect(await waiting()).toBe(0);
  });

  it('that is imported twice at the same moment invites and mails once', async () => {
    const both = await Promise.all([1, 2].map(() => imported('email\nboth@roster.org')));
    expect(both.map(({ invited, mailed }) => invited + mailed).toSorted()).toEqual([0, 2]);
    await server.mailTo('both@roster.org');
    expect(server.asked).toEqual(['both@roster.org']);
  });

  it('of ten thousand leaves its letters at once, and they hold up nobody', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `student-${i}@large.roster.org,autumn`);
    const report = await imported(['email,cohort', ...lines].join('\n'));
    expect(report).toMatchObject({ invited: 10_000, mailed: 10_000 });
    const [left] = await lab.sql<{ spread: number }>(
      `SELECT extract(epoch FROM max(due_at) - min(due_at))::float AS spread FROM outgoing_mail WHERE kind = 'INVITATION'`,
    );
    expect(left?.spread).toBeCloseTo(500, -1);
    await lab.sql(`INSERT INTO outgoing_mail (kind, recipient_id, expires_at)
      SELECT 'PASSWORD_CHANGED', id, now() + interval '1 hour' FROM auth."user" WHERE email = 'ta@demo.holdout'`);
    await server.mailTo('ta@demo.holdout');
    expect(await waiting()).toBeGreaterThan(9_000);
  });
});

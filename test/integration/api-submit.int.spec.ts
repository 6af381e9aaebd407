import { createHash } from 'node:crypto';
import { ApiLab, DEMO, SUBMIT, archive } from '../support/api-lab.js';

interface Submitted {
  submit: {
    id: string;
    archiveDigest: string;
    archiveBytes: number;
    fileName: string;
    runs: { id: string; kind: string; status: string; student: { name: string } }[];
  };
}

describe('handing in', () => {
  let lab: ApiLab;
  let cookie: string;
  let foreign: string;
  beforeAll(async () => {
    lab = await ApiLab.start();
    cookie = await lab.signIn('student@demo.holdout');
    foreign = await lab.signIn('student@other.holdout');
  });
  afterAll(() => lab.stop());
  // Each test has the attempts of a fresh day.
  beforeEach(() => lab.forgetRuns());

  it('takes an upload that was interrupted and resumed, and queues a run', async () => {
    const content = archive();
    const begun = await lab.beginUpload({ cookie }, content.length);
    expect(begun.status).toBe(201);
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    expect(
      (await lab.sendChunk({ cookie }, id, 0, content.subarray(0, 700))).headers.get('upload-offset'),
    ).toBe('700');
    const early = await lab.ask({ cookie }, SUBMIT, { uploadId: id });
    expect(early.errors?.[0]).toMatchObject({
      message: expect.stringContaining('not complete') as string,
      extensions: { code: 'CONFLICT' },
    });
    const head = await fetch(`${lab.url}/uploads/${id}`, {
      method: 'HEAD',
      headers: { cookie, 'tus-resumable': '1.0.0' },
    });
    expect(head.headers.get('upload-offset')).toBe('700');
    await lab.sendChunk({ cookie }, id, 700, content.subarray(700));
    const { data, errors } = await lab.ask<Submitted>({ cookie }, SUBMIT, { uploadId: id });
    expect(errors).toBeUndefined();
    expect(data?.submit).toMatchObject({
      archiveDigest: createHash('sha256').update(content).digest('hex'),
      archiveBytes: content.length,
      fileName: 'project.tar.gz',
      runs: [{ kind: 'PRACTICE', status: 'QUEUED', student: { name: 'Sam Okafor' } }],
    });
    const again = await lab.ask({ cookie }, SUBMIT, { uploadId: id });
    expect(again.errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('binds an upload to its owner on every request', async () => {
    const content = archive();
    const begun = await lab.beginUpload({ cookie }, content.length);
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    for (const headers of [{ cookie: foreign }, { cookie: await lab.signIn('instructor@demo.holdout') }]) {
      expect((await lab.sendChunk(headers, id, 0, content)).status).toBe(404);
      for (const method of ['HEAD', 'DELETE']) {
        const asked = await fetch(`${lab.url}/uploads/${id}`, {
          method,
          headers: { ...headers, 'tus-resumable': '1.0.0' },
        });
        expect(asked.status).toBe(404);
      }
    }
    expect((await lab.sendChunk({} as Record<string, string>, id, 0, content)).status).toBe(401);
    await lab.sendChunk({ cookie }, id, 0, content);
    expect(await lab.codeOf({ cookie: foreign }, SUBMIT, { uploadId: id })).toBe('NOT_FOUND');
    expect(await lab.codeOf({ cookie }, SUBMIT, { uploadId: id })).toBe('ok');
  });

  it('refuses an upload that is empty, too large, without a size, or for nothing', async () => {
    const refusal = async (response: Response) => `${response.status} ${await response.text()}`;
    expect(await refusal(await lab.beginUpload({ cookie }, 0))).toMatch(/^400 .*0 bytes/);
    expect(await refusal(await lab.beginUpload({ cookie }, 5001))).toMatch(/^400 .*this assignment accepts/);
    expect(await refusal(await lab.beginUpload({ cookie }, 'many'))).toMatch(/^400 .*Upload-Length/);
    expect(await refusal(await lab.beginUpload({ cookie }, 10, 'no-such-thing'))).toMatch(
      /^404 .*no-such-thing/,
    );
    expect((await lab.beginUpload({ cookie: await lab.signIn('manager@demo.holdout') }, 10)).status).toBe(
      403,
    );
    const begun = await lab.beginUpload({ cookie }, 10);
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    expect((await lab.sendChunk({ cookie }, id, 0, archive(11))).status).toBe(413);
  });

  it('refuses bytes that are no archive, and keeps the attempt', async () => {
    const uploadId = await lab.upload({ cookie }, Buffer.from('just a text'));
    const { errors } = await lab.ask({ cookie }, SUBMIT, { uploadId });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('neither') as string,
      extensions: { code: 'BAD_USER_INPUT', field: 'uploadId' },
    });
    const { data } = await lab.ask(
      { cookie },
      '{ assignment(slug: "tabular-risk") { policy { practiceLeftToday } } }',
    );
    expect(data).toEqual({ assignment: { policy: { practiceLeftToday: 3 } } });
  });

  it('counts attempts, also when two submits race for the last one', async () => {
    const uploads = [];
    for (let index = 0; index < 4; index += 1) uploads.push(await lab.upload({ cookie }));
    const codes = await Promise.all(uploads.map((uploadId) => lab.codeOf({ cookie }, SUBMIT, { uploadId })));
    expect(codes.sort()).toEqual(['CONFLICT', 'ok', 'ok', 'ok']);
  });

  it('says when the next attempt opens once all are used: at midnight where the cohort is', async () => {
    await lab.sql(`UPDATE cohorts SET time_zone = 'Asia/Kolkata' WHERE organization_id = $1`, [DEMO]);
    const opensAt = async () => {
      const { data } = await lab.ask<{ assignment: { policy: { nextPracticeAt: string | null } } }>(
        { cookie },
        '{ assignment(slug: "tabular-risk") { policy { nextPracticeAt } } }',
      );
      return data?.assignment.policy.nextPracticeAt;
    };
    expect(await opensAt()).toBeNull();
    for (let used = 0; used < 3; used += 1)
      expect(await lab.codeOf({ cookie }, SUBMIT, { uploadId: await lab.upload({ cookie }) })).toBe('ok');
    const midnight = await opensAt();
    expect(midnight).toMatch(/T18:30:00\.000Z$/); // five and a half hours ahead of UTC
    const wait = new Date(midnight ?? '').getTime() - Date.now();
    expect([wait > 0, wait <= 24 * 3_600_000]).toEqual([true, true]);
    const refused = await lab.ask({ cookie }, SUBMIT, { uploadId: await lab.upload({ cookie }) });
    expect(refused.errors?.[0]?.message).toContain(`The next one opens at ${midnight}`);
  });

  it('says who may not submit: unknown assignment, not enrolled, closed, wrong kind', async () => {
    const uploadId = await lab.upload({ cookie });
    expect(await lab.codeOf({ cookie }, SUBMIT, { uploadId, slug: 'nothing' })).toBe('NOT_FOUND');
    expect(await lab.codeOf({ cookie }, SUBMIT, { uploadId, kind: 'REGRADE' })).toBe('BAD_USER_INPUT');
    expect(await lab.codeOf({ cookie }, SUBMIT, { uploadId, kind: 'DRY_RUN' })).toBe('FORBIDDEN');
    await lab.sql(
      `UPDATE cohort_assignments SET closes_at = now() - interval '1 hour' WHERE organization_id = $1`,
      [DEMO],
    );
    const closed = await lab.ask({ cookie }, SUBMIT, { uploadId });
    expect(closed.errors?.[0]).toMatchObject({
      message: expect.stringContaining('It closed at') as string,
      extensions: { code: 'CONFLICT' },
    });
    await lab.sql('UPDATE cohort_assignments SET closes_at = NULL');
    await lab.sql('UPDATE enrollments SET withdrawn_at = now() WHERE organization_id = $1', [DEMO]);
    expect(await lab.codeOf({ cookie }, SUBMIT, { uploadId })).toBe('FORBIDDEN');
    await lab.sql('UPDATE enrollments SET withdrawn_at = NULL');
    expect(await lab.codeOf({ cookie }, SUBMIT, { uploadId })).toBe('ok');
  });

  it('lets an instructor try the assignment without being enrolled', async () => {
    const instructor = await lab.signIn('instructor@demo.holdout');
    const uploadId = await lab.upload({ cookie: instructor });
    expect(await lab.codeOf({ cookie: instructor }, SUBMIT, { uploadId, kind: 'DRY_RUN' })).toBe('ok');
  });

  it('shows a run to its student and the staff, to nobody else, and cancels it while it waits', async () => {
    const uploadId = await lab.upload({ cookie });
    const { data } = await lab.ask<Submitted>({ cookie }, SUBMIT, { uploadId });
    const id = data?.submit.runs[0]?.id;
    const read = 'query($id: ID!) { run(id: $id) { id status outcome queue { position } } }';
    expect((await lab.ask({ cookie }, read, { id })).data).toMatchObject({
      run: { status: 'QUEUED', queue: { position: 1 } },
    });
    for (const [email, code] of [
      ['instructor@demo.holdout', 'ok'],
      ['student@other.holdout', 'NOT_FOUND'],
      ['instructor@other.holdout', 'NOT_FOUND'],
      ['manager@demo.holdout', 'FORBIDDEN'],
    ] as const) {
      expect(`${email} ${await lab.codeOf({ cookie: await lab.signIn(email) }, read, { id })}`).toBe(
        `${email} ${code}`,
      );
    }
    const cancel = 'mutation($id: ID!) { cancelRun(runId: $id) { status outcome isCancelRequested } }';
    expect(await lab.codeOf({ cookie: foreign }, cancel, { id })).toBe('NOT_FOUND');
    expect((await lab.ask({ cookie }, cancel, { id })).data).toEqual({
      cancelRun: { status: 'FINISHED', outcome: 'CANCELLED', isCancelRequested: true },
    });
  });

  it('tells in whole seconds when a run will start behind another one', async () => {
    const submit = async () =>
      (await lab.ask<Submitted>({ cookie }, SUBMIT, { uploadId: await lab.upload({ cookie }) })).data?.submit
        .runs[0]?.id;
    const ahead = await submit();
    await lab.sql(`INSERT INTO workers (id, hostname, labels, concurrency, started_at, seen_at)
      VALUES ('one', 'host', '{cpu,image:light}', 1, now(), now())`);
    await lab.sql(
      `UPDATE runs SET status = 'RUNNING', worker_id = 'one', started_at = now() - interval '10.25 seconds',
        lease_expires_at = now() + interval '1 minute' WHERE id = $1`,
      [ahead],
    );
    const { data } = await lab.ask<{ run: { queue: { position: number; etaSeconds: number } } }>(
      { cookie },
      'query($id: ID!) { run(id: $id) { queue { position etaSeconds } } }',
      { id: await submit() },
    );
    expect(data?.run.queue.position).toBe(1);
    expect(data?.run.queue.etaSeconds).toBeGreaterThan(40);
    expect(data?.run.queue.etaSeconds).toBeLessThanOrEqual(50);
    await lab.sql(`DELETE FROM workers WHERE id = 'one'`);
  });

  it('pages through runs without gaps or repeats', async () => {
    for (let index = 0; index < 3; index += 1)
      await lab.ask({ cookie }, SUBMIT, { uploadId: await lab.upload({ cookie }) });
    const seen = new Set<string>();
    let after: string | null = null;
    type Page = {
      runs: { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    };
    do {
      const page: { data?: Page | null } = await lab.ask<Page>(
        { cookie },
        'query($after: String) { runs(first: 2, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      for (const { cursor } of page.data?.runs.edges ?? []) seen.add(cursor);
      after = page.data?.runs.pageInfo.hasNextPage ? page.data.runs.pageInfo.endCursor : null;
    } while (after);
    expect(seen.size).toBe(3);
  });

  it('hands out starter kit, data and definition to members only', async () => {
    const { data } = await lab.ask<{
      assignment: { version: { id: string; starterKitUrl: string; publicDataUrl: string } };
    }>({ cookie }, '{ assignment(slug: "tabular-risk") { version { id starterKitUrl publicDataUrl } } }');
    const { id, starterKitUrl, publicDataUrl } = data!.assignment.version;
    for (const path of [starterKitUrl, publicDataUrl, `/files/definition/${id}`]) {
      expect((await fetch(lab.url + path, { headers: { cookie } })).status).toBe(200);
      expect((await fetch(lab.url + path)).status).toBe(401);
      expect((await fetch(lab.url + path, { headers: { cookie: foreign } })).status).toBe(404);
    }
    expect(await (await fetch(lab.url + starterKitUrl, { headers: { cookie } })).text()).toBe('starter kit');
  });
});

import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { ApiLab } from '../support/api-lab.js';
import { CliDeployment } from '../support/cli-deployment.js';
import { GitServer, submodule } from '../support/git-server.js';
import { constantProject } from '../support/projects.js';

const SUBMIT = `mutation ($url: String!, $commit: String!, $kind: RunKind = PRACTICE) {
  submitFromGit(input: { assignmentSlug: "tabular-risk", url: $url, commit: $commit, kind: $kind,
    declaration: { aiUse: ASSISTANCE, help: "a friend", isOwnWork: true } }) {
    id fileName gitCommit archiveBytes declaration { aiUse help isOwnWork } runs { id status }
  }
}`;

let git: GitServer;
beforeAll(async () => {
  git = await GitServer.start();
});
afterAll(() => git.stop());

describe('submitting a commit of a repository', () => {
  let lab: ApiLab;
  let cookie: string;
  beforeAll(async () => {
    lab = await ApiLab.start({ env: { GIT_TEST_HOST: git.host } });
    cookie = await lab.signIn('student@demo.holdout');
  });
  afterAll(() => lab?.stop());

  it('keeps what was fetched, the commit and what was declared, and shows the declaration to staff', async () => {
    const { url, commit } = await git.repository('risk', constantProject);
    const { data, errors } = await lab.ask<{ submitFromGit: { id: string; runs: { id: string }[] } }>(
      { cookie },
      SUBMIT,
      { url, commit },
    );
    expect(errors).toBeUndefined();
    expect(data?.submitFromGit).toMatchObject({
      fileName: `risk@${commit.slice(0, 8)}`,
      gitCommit: commit,
      declaration: { aiUse: 'ASSISTANCE', help: 'a friend', isOwnWork: true },
      runs: [{ status: 'QUEUED' }],
    });
    const read = 'query ($id: ID!) { run(id: $id) { submission { declaration { aiUse help } } } }';
    const staff = await lab.signIn('instructor@demo.holdout');
    expect((await lab.ask({ cookie: staff }, read, { id: data?.submitFromGit.runs[0]?.id })).data).toEqual({
      run: { submission: { declaration: { aiUse: 'ASSISTANCE', help: 'a friend' } } },
    });
    await lab.forgetRuns();
  });

  it('says what is wrong with an address, and uses no attempt', async () => {
    const { url, commit } = await git.repository('other', constantProject);
    const big = await git.repository('big', { 'a.bin': [...Array(9000).keys()].map((n) => n * n).join() });
    const refused: [string, string, RegExp][] = [
      [url, 'main', /all 40 digits/],
      [url, 'a'.repeat(40), /does not provide this commit/],
      [`http://${git.host}/nothing`, commit, /no public repository/],
      [`http://${git.host}/moved/other`, commit, /redirects to another address/],
      [big.url, big.commit, /larger than the 5000 bytes/],
      ['file:///etc', commit, /over https/],
      ['ext::sh -c id', commit, /over https/],
      ['https://localhost/me/risk', commit, /not a server of the public internet/],
      ['https://127.0.0.1/me/risk', commit, /not a server of the public internet/],
      ['https://10.0.0.5/me/risk', commit, /not a server of the public internet/],
      ['https://169.254.169.254/latest', commit, /not a server of the public internet/],
      ['https://[::1]/me/risk', commit, /no server called/],
      ['http://127.0.0.1:5432/me/risk', commit, /https on its usual port/],
      ['https://example.invalid/me/risk', commit, /no server called/],
    ];
    for (const [address, sha, why] of refused) {
      const { errors } = await lab.ask({ cookie }, SUBMIT, { url: address, commit: sha });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(`${address}: ${errors?.[0]?.message}`).toMatch(why);
    }
    expect(await lab.sql('SELECT count(*)::int AS runs FROM runs')).toEqual([{ runs: 0 }]);
  });

  it('is for members who may submit', async () => {
    const variables = { url: `http://${git.host}/other`, commit: 'a'.repeat(40) };
    expect(await lab.codeOf({}, SUBMIT, variables)).toBe('UNAUTHENTICATED');
    expect(await lab.codeOf({ cookie: await lab.signIn('manager@demo.holdout') }, SUBMIT, variables)).toBe(
      'FORBIDDEN',
    );
    expect(await lab.codeOf({ cookie }, SUBMIT, { ...variables, kind: 'REGRADE' })).toBe('BAD_USER_INPUT');
  });
});

describe('a commit in the sandbox', () => {
  let deployment: CliDeployment;
  let student: string;
  beforeAll(async () => {
    deployment = await CliDeployment.start({}, 0, { GIT_TEST_HOST: git.host });
    student = await deployment.signIn('student@demo.holdout');
  }, 240_000);
  afterAll(() => deployment?.stop());

  async function graded(source: { url: string; commit: string }) {
    const { data, errors } = await deployment.ask<{ submitFromGit: { runs: { id: string }[] } }>(
      student,
      SUBMIT,
      source,
    );
    expect(errors).toBeUndefined();
    const id = data?.submitFromGit.runs[0]?.id ?? '';
    await deployment.holdout(['watch', id, '--json']);
    const read = 'query ($id: ID!) { run(id: $id) { outcome reason message } }';
    return (await deployment.ask<{ run: Record<string, string> }>(student, read, { id })).data?.run;
  }

  it('is unpacked and scored like an archive', async () => {
    expect(await graded(await git.repository('scored', constantProject))).toMatchObject({
      outcome: 'SCORED',
    });
  });

  it.each([
    ['link', 'link is a link', (folder: string) => symlinkSync('/etc/passwd', path.join(folder, 'link'))],
    [
      'submodule',
      'lib is a submodule, which is not fetched. Copy its files in.',
      (folder: string) => submodule(folder, 'lib'),
    ],
  ] as const)('is refused by the rules for archives: a %s', async (name, message, prepare) => {
    const repository = await git.repository(name, constantProject, prepare);
    expect(await graded(repository)).toMatchObject({
      outcome: 'STUDENT_ERROR',
      reason: 'ARCHIVE_REJECTED',
      message: expect.stringContaining(message) as string,
    });
  });
});

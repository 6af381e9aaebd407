import { execFileSync, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A git server on this machine: git's own `http-backend` below a folder of repositories. */
export class GitServer {
  private constructor(
    private readonly folder: string,
    private readonly server: Server,
    readonly host: string,
  ) {}

  static async start(): Promise<GitServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'holdout-git-'));
    const server = createServer((request, response) => answer(folder, request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new GitServer(folder, server, `localhost:${(server.address() as AddressInfo).port}`);
  }

  /** Makes a repository with one commit of these files; answers its address and the commit. */
  async repository(
    name: string,
    files: Readonly<Record<string, string>>,
    prepare: (folder: string) => void = () => undefined,
  ): Promise<{ url: string; commit: string }> {
    const folder = path.join(this.folder, name);
    await mkdir(folder);
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: QUIET });
    git('init', '-q');
    prepare(folder);
    git('add', '-A');
    git('commit', '-q', '-m', 'A project');
    return { url: `http://${this.host}/${name}`, commit: git('rev-parse', 'HEAD').trim() };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Makes a submodule of a repository: one below its folder, with a commit of its own. */
export function submodule(folder: string, name: string): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env: QUIET, stdio: 'pipe' });
  git('init', '-q', name);
  git('-C', name, 'commit', '-q', '--allow-empty', '-m', 'A library');
  git('config', '-f', '.gitmodules', `submodule.${name}.path`, name);
  git('config', '-f', '.gitmodules', `submodule.${name}.url`, 'https://example.org/library');
}

const QUIET = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Sam',
  GIT_AUTHOR_EMAIL: 'sam@example.org',
  GIT_COMMITTER_NAME: 'Sam',
  GIT_COMMITTER_EMAIL: 'sam@example.org',
};

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://git');
  if (url.pathname.startsWith('/moved/')) {
    response.writeHead(302, { location: url.pathname.replace('/moved', '') }).end();
    return;
  }
  const [, name = '', ...rest] = url.pathname.split('/');
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...QUIET,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: `/${name}/.git/${rest.join('/')}`,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
    },
  });
  request.pipe(backend.stdin);
  const parts: Buffer[] = [];
  backend.stdout.on('data', (part: Buffer) => parts.push(part));
  backend.once('close', () => {
    const said = Buffer.concat(parts);
    const end = said.indexOf('\r\n\r\n');
    const status = /^Status: (\d+)/m.exec(said.subarray(0, end).toString('latin1'))?.[1] ?? '200';
    response.writeHead(Number(status)).end(said.subarray(end + 4));
  });
}

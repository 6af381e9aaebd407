import { execFile } from 'node:child_process';
import { request } from 'node:https';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { documentIdNamed } from '../../support/built-documents.js';
import { DOMAIN } from './settings.js';

const CLI = fileURLToPath(new URL('../../../apps/cli/bin/holdout.mjs', import.meta.url));
const ORIGIN = `https://${DOMAIN}`;

interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

interface Asked {
  refused: string[];
  longestMs: number;
}

interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Somebody elsewhere, who knows the deployment's name and trusts its authority. */
export class Visitor {
  private key = '';

  /** @param folder of their own @param authority the certificate of who vouches for the deployment */
  constructor(
    private readonly folder: string,
    private readonly address: string,
    private readonly authority: string,
  ) {}

  /** Asks by the deployment's name, and refuses any certificate but one for that name by that authority. */
  async ask(place: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Answer> {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const asking = request(
        new URL(place, ORIGIN),
        {
          method,
          ca: this.authority,
          agent: false,
          lookup: (_name, _options, found) => found(null, [{ address: this.address, family: 4 }]),
          headers: { origin: ORIGIN, ...(sent && { 'content-type': 'application/json' }), ...headers },
        },
        (answer) =>
          void text(answer).then(
            (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
            reject,
          ),
      );
      asking.on('error', reject);
      asking.end(sent);
    });
  }

  /** Asks for these places again and again. Tells what was no answer, and the longest wait. */
  keepAsking(places: readonly string[]): { soFar(): Asked; stop(): Promise<Asked> } {
    const refused: string[] = [];
    let longestMs = 0;
    let isStopped = false;
    const askFor = async (place: string): Promise<void> => {
      for (; !isStopped; await delay(250)) {
        const begun = Date.now();
        const said = await this.ask(place).then(({ status }) => String(status), String);
        longestMs = Math.max(longestMs, Date.now() - begun);
        if (said !== '200') refused.push(`${place}: ${said}`);
      }
    };
    const all = Promise.all(places.map(askFor));
    const soFar = (): Asked => ({ refused: [...refused], longestMs });
    return {
      soFar,
      stop: async () => {
        isStopped = true;
        await all;
        return soFar();
      },
    };
  }

  /** Signs in as a page does, and makes a key for the command line. */
  async signIn(email: string, password: string): Promise<void> {
    const signedIn = await this.ask('/auth/sign-in/email', { method: 'POST', body: { email, password } });
    if (signedIn.status !== 200) throw new Error(`Sign-in answered ${signedIn.status}: ${signedIn.body}`);
    const cookies = [signedIn.headers['set-cookie'] ?? []].flat();
    const made = await this.ask('/graphql', {
      method: 'POST',
      headers: {
        cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
        'x-holdout-csrf': '1',
      },
      body: {
        variables: { name: 'elsewhere' },
        extensions: { documentId: documentIdNamed('CreateApiKey') },
      },
    });
    const { data } = JSON.parse(made.body) as { data?: { createApiKey?: { secret: string } } };
    if (!data?.createApiKey) throw new Error(`No key was made: ${made.body}`);
    this.key = data.createApiKey.secret;
  }

  /** The command line, on a computer whose names lead to the deployment. Answers its JSON. @throws unless it ends with 0 */
  async holdout<T>(...args: string[]): Promise<T> {
    const [hosts, authority] = ['hosts', 'authority.crt'].map((name) => path.join(this.folder, name));
    await writeFile(hosts ?? '', `127.0.0.1 localhost\n${this.address} ${DOMAIN}\n`);
    await writeFile(authority ?? '', this.authority);
    const env = {
      PATH: process.env['PATH'],
      HOME: this.folder,
      HOLDOUT_URL: ORIGIN,
      HOLDOUT_API_KEY: this.key,
      HOLDOUT_ORGANIZATION: 'demo',
      NODE_EXTRA_CA_CERTS: authority,
    };
    const there = 'mount --bind "$0" /etc/hosts && exec "$@"';
    const command = ['--mount', 'sh', '-c', there, hosts ?? '', process.execPath, CLI, ...args, '--json'];
    return new Promise((resolve, reject) => {
      execFile('unshare', command, { env }, (error, out, said) => {
        if (error) reject(new Error(`holdout ${args.join(' ')}: ${error.message}\n${out}\n${said}`));
        else resolve(JSON.parse(out) as T);
      });
    });
  }
}

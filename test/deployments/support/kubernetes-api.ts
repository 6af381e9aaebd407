import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { stringify } from 'yaml';
import { freePort } from '../../support/free-port.js';
import { untilTrue } from '../../support/until-true.js';
import { end, startOwn } from '../../support/own-process.js';

const UP_WITHIN_MS = 90_000;

export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; resourceVersion?: string; labels?: Record<string, string> };
  spec?: Record<string, unknown>;
}

export interface Answer {
  status: number;
  /** What it refused, or the object. */
  body: Record<string, unknown> & { message?: string; metadata?: KubernetesObject['metadata'] };
  warnings: string[];
}

/** An API of Kubernetes that listens to this machine alone. There are no nodes and no controllers: nothing of what it takes is run. */
export class KubernetesApi {
  private readonly places = new Map<string, string>();

  private constructor(
    private readonly port: number,
    private readonly token: string,
    private readonly authority: string,
    private readonly programs: readonly ChildProcess[],
  ) {}

  /** @param tools a folder with kube-apiserver and etcd @param folder of its own */
  static async start(tools: string, folder: string): Promise<KubernetesApi> {
    const [port, clients, peers] = [await freePort(), await freePort(), await freePort()];
    const [token, key] = [randomBytes(16).toString('hex'), path.join(folder, 'accounts.pem')];
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(path.join(folder, 'tokens.csv'), `${token},operator,operator,system:masters\n`);
    const store = `http://127.0.0.1:${clients}`;
    const etcd = startOwn(path.join(tools, 'etcd'), [
      `--data-dir=${folder}/etcd`,
      '--unsafe-no-fsync',
      `--listen-client-urls=${store}`,
      `--advertise-client-urls=${store}`,
      `--listen-peer-urls=http://127.0.0.1:${peers}`,
      `--initial-advertise-peer-urls=http://127.0.0.1:${peers}`,
      `--initial-cluster=default=http://127.0.0.1:${peers}`,
    ]);
    const server = startOwn(path.join(tools, 'kube-apiserver'), [
      `--etcd-servers=${store}`,
      `--secure-port=${port}`,
      '--bind-address=127.0.0.1',
      `--cert-dir=${folder}`,
      `--token-auth-file=${folder}/tokens.csv`,
      '--authorization-mode=RBAC',
      '--service-cluster-ip-range=10.96.0.0/16',
      '--service-account-issuer=https://holdout.test',
      `--service-account-signing-key-file=${key}`,
      `--service-account-key-file=${key}`,
      '--disable-admission-plugins=ServiceAccount',
    ]);
    const certificate = path.join(folder, 'apiserver.crt');
    let said = '';
    const isUp = async (): Promise<boolean> => {
      const authority = await readFile(certificate, 'utf8').catch(() => '');
      const api = new KubernetesApi(port, token, authority, []);
      said = await api.ask('GET', '/readyz').then(
        ({ status }) => String(status),
        (error: unknown) => String(error),
      );
      return said === '200';
    };
    await untilTrue(isUp, UP_WITHIN_MS, () => `The API is not ready: ${said}`);
    return new KubernetesApi(port, token, await readFile(certificate, 'utf8'), [server, etcd]);
  }

  async stop(): Promise<void> {
    for (const program of this.programs) await end(program, 'SIGTERM');
  }

  /** As "kubectl apply --server-side" does. Nothing that the API does not know is let through. */
  async apply(object: KubernetesObject): Promise<Answer> {
    const place = `${await this.placeOf(object)}/${object.metadata.name}`;
    return this.ask('PATCH', `${place}?fieldManager=operator&fieldValidation=Strict`, {
      type: 'application/apply-patch+yaml',
      body: stringify(object),
    });
  }

  /** Whether it would be taken. */
  async tryOut(object: KubernetesObject): Promise<Answer> {
    return this.ask('POST', `${await this.placeOf(object)}?dryRun=All&fieldValidation=Strict`, {
      type: 'application/json',
      body: JSON.stringify(object),
    });
  }

  /** Where objects of a kind are, which the API itself says. */
  private async placeOf({ apiVersion, kind, metadata }: KubernetesObject): Promise<string> {
    const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const known = this.places.get(`${group} ${kind}`);
    const name = known ?? (await this.resourceOf(group, kind));
    this.places.set(`${group} ${kind}`, name);
    return metadata.namespace ? `${group}/namespaces/${metadata.namespace}/${name}` : `${group}/${name}`;
  }

  private async resourceOf(group: string, kind: string): Promise<string> {
    const { body } = await this.ask('GET', group);
    const { resources = [] } = body as { resources?: { name: string; kind: string }[] };
    const found = resources.find((each) => each.kind === kind && !each.name.includes('/'));
    if (!found) throw new Error(`The API has no ${kind} in ${group}.`);
    return found.name;
  }

  private ask(method: string, place: string, sent?: { type: string; body: string }): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path: place,
          agent: false,
          ca: this.authority,
          checkServerIdentity: () => undefined,
          headers: {
            authorization: `Bearer ${this.token}`,
            accept: 'application/json',
            ...(sent && { 'content-type': sent.type }),
          },
        },
        (answer) =>
          void text(answer).then((said) => {
            const isJson = answer.headers['content-type']?.includes('json');
            const body = (isJson ? JSON.parse(said) : { message: said }) as Answer['body'];
            resolve({
              status: answer.statusCode ?? 0,
              body,
              warnings: [answer.headers['warning'] ?? []].flat(),
            });
          }, reject),
      );
      asking.on('error', reject);
      asking.end(sent?.body);
    });
  }
}

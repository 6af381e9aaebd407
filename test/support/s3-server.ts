import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { needRclone } from './rclone.mjs';
import { freePort } from './free-port.js';
import { end, startOwn } from './own-process.js';
import { untilTrue } from './until-true.js';

const BUCKET = 'holdout';
const KEY = { id: 'test-key', secret: 'test-secret-of-the-store' };

/** An S3-compatible store of a test's own (rclone over a folder), which checks signatures. */
export class S3Server {
  private constructor(
    readonly url: string,
    private readonly server: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(folder: string): Promise<S3Server> {
    const url = `http://127.0.0.1:${await freePort()}`;
    const args = [
      'serve',
      's3',
      folder,
      '--addr',
      url.slice('http://'.length),
      '--auth-key',
      `${KEY.id},${KEY.secret}`,
    ];
    const program = await needRclone();
    await mkdir(path.join(folder, BUCKET), { recursive: true });
    const started = new S3Server(
      url,
      startOwn(program, [...args, '--config', '/dev/null', '--vfs-cache-mode', 'off']),
      folder,
    );
    const answers = () =>
      fetch(url).then(
        () => true,
        () => false,
      );
    await untilTrue(answers, 10_000, () => 'rclone does not answer.');
    return started;
  }

  /** What an app is told to keep stored content here. */
  get settings() {
    return {
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: this.url,
      S3_REGION: 'us-east-1',
      S3_ACCESS_KEY_ID: KEY.id,
      S3_SECRET_ACCESS_KEY: KEY.secret,
    };
  }

  /** The same for the library itself. */
  get bucket() {
    return {
      bucket: BUCKET,
      endpoint: this.url,
      region: 'us-east-1',
      accessKeyId: KEY.id,
      secretAccessKey: KEY.secret,
    };
  }

  /** The file behind a key. */
  fileOf(key: string): string {
    return path.join(this.folder, BUCKET, key);
  }

  async stop(): Promise<void> {
    await end(this.server, 'SIGTERM');
  }
}

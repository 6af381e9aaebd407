import { contentPlaceOf, vaultPlaceOf } from './content.js';
import { ConfigError } from './load.js';
import { loadWebConfig } from './web.config.js';
import { imagesOf, loadWorkerConfig } from './worker.config.js';

const IMAGE = `sha256:${'a'.repeat(64)}`;
const good = {
  HOLDOUT_DATA: '/data',
  HOLDOUT_DEPLOYMENT_SECRET: 'ab'.repeat(32),
  QUEUE_DATABASE_URL: 'postgresql://q:p@127.0.0.1:5432/holdout',
  WORKER_DATABASE_URL: 'postgresql://w:p@127.0.0.1:5432/holdout',
  PUBLIC_URL: 'http://localhost:3000',
  ISSUER_KEY_SECRET: 'cd'.repeat(32),
  BLOB_DIR: '/data/blobs',
  VAULT_DIR: '/data/vault',
  IMAGE_LIGHT: IMAGE,
  IMAGE_SCORER: IMAGE,
};

describe('the configuration of an app', () => {
  it('fills in what has a default', () => {
    expect(loadWorkerConfig({ ...good, LOG_LEVEL: '' })).toMatchObject({
      LOG_LEVEL: 'info',
      WORKER_CONCURRENCY: 1,
      WORKER_LEASE_SECONDS: 30,
    });
    expect(loadWebConfig({ API_INTERNAL_URL: 'http://127.0.0.1:3001' }).WEB_PORT).toBe(3002);
  });

  it('lists every problem at once, by variable', () => {
    const { VAULT_DIR: _left, ...rest } = good;
    const attempt = (): unknown =>
      loadWorkerConfig({
        ...rest,
        IMAGE_LIGHT: 'holdout/light:latest',
        WORKER_CONCURRENCY: '0',
        REDIS_URL: 'localhost',
      });
    expect(attempt).toThrow(ConfigError);
    for (const part of [
      /4 problems/,
      /VAULT_DIR is not set/,
      /IMAGE_LIGHT: must be an image id/,
      /WORKER_CONCURRENCY: must/,
      /REDIS_URL: must look/,
    ]) {
      expect(attempt).toThrow(part);
    }
  });

  it('offers the optional images it is given, by the names that assignments use', () => {
    const other = `sha256:${'b'.repeat(64)}`;
    expect(imagesOf(loadWorkerConfig(good))).toEqual({ light: IMAGE, scorer: IMAGE });
    expect(imagesOf(loadWorkerConfig({ ...good, IMAGE_TORCH_CPU: other, IMAGE_ONNX: IMAGE }))).toEqual({
      light: IMAGE,
      scorer: IMAGE,
      'torch-cpu': other,
      onnx: IMAGE,
    });
    expect(() => loadWorkerConfig({ ...good, IMAGE_ONNX: 'holdout/onnx:latest' })).toThrow(
      /IMAGE_ONNX: must be an image id/,
    );
  });

  it('takes the labels of a worker as a list, and refuses what is none', () => {
    const labels = (text: string) => loadWorkerConfig({ ...good, WORKER_LABELS: text }).WORKER_LABELS;
    expect(loadWorkerConfig(good).WORKER_LABELS).toEqual(['cpu']);
    expect(labels('cpu, gpu,region:eu')).toEqual(['cpu', 'gpu', 'region:eu']);
    expect(() => labels('cpu,,GPU')).toThrow(/WORKER_LABELS: must be labels/);
  });

  it('takes a mail server and a sender, and refuses what is none', () => {
    const mail = (given: object) => loadWorkerConfig({ ...good, ...given });
    const SMTP_URL = 'smtps://user:secret@mail.example.org:465';
    const MAIL_FROM = 'Holdout <holdout@example.org>';
    expect(mail({ SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
    expect(mail({ MAIL_FROM: 'holdout@example.org' }).MAIL_FROM).toBe('holdout@example.org');
    expect(() => mail({ SMTP_URL: 'https://mail.example.org' })).toThrow(/SMTP_URL: must look/);
    expect(() => mail({ MAIL_FROM: 'a@b.org\r\nBcc: c@d.org' })).toThrow(/MAIL_FROM: must look/);
  });

  it('names what a bucket lacks, and asks for none of it without one', () => {
    const store = { S3_BUCKET: 'content', S3_ENDPOINT: 'https://s3.example.org', S3_ACCESS_KEY_ID: 'k' };
    expect(() => loadWorkerConfig({ ...good, ...store })).toThrow(/S3_SECRET_ACCESS_KEY is not set/);
    const whole = loadWorkerConfig({ ...good, ...store, S3_SECRET_ACCESS_KEY: 's' });
    expect(contentPlaceOf(whole)).toMatchObject({ bucket: { bucket: 'content', region: 'us-east-1' } });
    expect(contentPlaceOf(loadWorkerConfig(good))).toEqual({ folder: '/data/blobs' });
    expect(vaultPlaceOf(whole)).toEqual({ folder: '/data/vault' });
  });

  it('keeps hidden data in a bucket of its own', () => {
    const key = { S3_ENDPOINT: 'https://s3.example.org', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' };
    const hidden = { ...good, S3_VAULT_BUCKET: 'vault' };
    expect(() => loadWorkerConfig(hidden)).toThrow(/S3_ENDPOINT is not set/);
    const whole = loadWorkerConfig({ ...hidden, ...key, S3_BUCKET: 'content' });
    expect(vaultPlaceOf(whole)).toMatchObject({ bucket: { bucket: 'vault', accessKeyId: 'k' } });
    expect(() => loadWorkerConfig({ ...hidden, ...key, S3_BUCKET: 'vault' })).toThrow(
      /S3_VAULT_BUCKET: must be another bucket/,
    );
  });

  it('refuses to measure anchors on one split, which has no spread', () => {
    expect(loadWorkerConfig({ ...good, CALIBRATION_SPLITS: '0' }).CALIBRATION_SPLITS).toBe(0);
    expect(() => loadWorkerConfig({ ...good, CALIBRATION_SPLITS: '1' })).toThrow(/CALIBRATION_SPLITS/);
  });

  it('never repeats a secret in its message', () => {
    expect(() => loadWorkerConfig({ ...good, HOLDOUT_DEPLOYMENT_SECRET: 'hunter2' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }) as Error,
    );
  });
});

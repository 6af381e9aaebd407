/** What a build has to know of this host to reach its Python package index. Part of no image, and of no image's inputs. */
import { existsSync, readFileSync } from 'node:fs';

/** Where pip's own setting and those of others name certificates to trust, the first that is set. */
const CERTIFICATES = ['PIP_CERT', 'REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE'];
const SETTINGS = {
  PIP_INDEX_URL: 'index-url',
  PIP_EXTRA_INDEX_URL: 'extra-index-url',
  PIP_TRUSTED_HOST: 'trusted-host',
};

/**
 * Files for the folder `host` of a build's context: `pip.conf`, and the certificates that it names.
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./images.mjs').ContextFile[]}
 */
export function packageIndexFiles(env = process.env) {
  const bundle = CERTIFICATES.map((name) => env[name]).find((file) => file && existsSync(file));
  const lines = Object.entries(SETTINGS).flatMap(([name, key]) =>
    env[name] ? [`${key} = ${env[name]}`] : [],
  );
  if (bundle) lines.push('cert = /host/ca.pem');
  const config = ['[global]', 'timeout = 60', ...lines, ''].join('\n');
  return [
    { name: 'host/pip.conf', content: Buffer.from(config) },
    ...(bundle ? [{ name: 'host/ca.pem', content: readFileSync(bundle) }] : []),
  ];
}

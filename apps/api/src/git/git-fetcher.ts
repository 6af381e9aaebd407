import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { BadUserInputError, RateLimitedError } from '@holdout/domain';
import { pinnedLookup, pinnedTo } from '@holdout/outgoing';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { packOf } from './pack-of.js';
import { DELIM, FLUSH, packet } from './pkt-line.js';
import type { Repository } from './repository.js';

interface Wanted {
  repository: Repository;
  commit: string;
  maxBytes: number;
  userId: string;
}

const TIMEOUT_MS = 30_000;
/** Fetches of this process at once. */
const MAX_FETCHES = 4;

/**
 * Asks a git server for one commit without its history. Nothing of git runs here: one request is sent, to an address that was checked
 * and stays the same, and the packfile in the answer is passed on unopened.
 */
@Injectable()
export class GitFetcher {
  private readonly fetching = new Set<string>();

  constructor(@Inject(API_CONFIG) private readonly config: ApiConfig) {}

  /** @throws BadUserInputError, RateLimitedError */
  async fetch({ repository, commit, maxBytes, userId }: Wanted): Promise<Buffer> {
    if (this.fetching.has(userId))
      throw new RateLimitedError('You are fetching a repository already. Wait for it to end.', { limit: 1 });
    if (this.fetching.size >= MAX_FETCHES)
      throw new RateLimitedError('Many repositories are being fetched now. Try again in a minute.');
    this.fetching.add(userId);
    try {
      const { url } = repository;
      const isOwn = url.host === this.config.GIT_TEST_HOST;
      if (!isOwn) requirePublic(url);
      const lookup = isOwn ? pinnedTo('127.0.0.1', 4) : await pinnedLookup(url.hostname);
      return await packOf(await answerOf(url, lookup, requestFor(commit)), maxBytes);
    } catch (error) {
      if (error instanceof BadUserInputError) throw error;
      throw new BadUserInputError(whyOf(error), { field: 'url' });
    } finally {
      this.fetching.delete(userId);
    }
  }
}

function requirePublic(url: URL): void {
  if (url.protocol !== 'https:' || url.port)
    throw new BadUserInputError('Repositories are fetched over https on its usual port. Give that address.', {
      field: 'url',
    });
}

/** One commit and its files; no history, no tags. */
function requestFor(commit: string): string {
  return [packet('command=fetch\n'), DELIM, packet('no-progress\n'), packet('ofs-delta\n')]
    .concat(packet('deepen 1\n'), packet(`want ${commit}\n`), packet('done\n'), FLUSH)
    .join('');
}

/** @throws BadUserInputError for any answer but the one asked for: redirects are not followed */
function answerOf(url: URL, lookup: LookupFunction, body: string): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  const headers = {
    'content-type': 'application/x-git-upload-pack-request',
    accept: 'application/x-git-upload-pack-result',
    'git-protocol': 'version=2',
    'user-agent': 'git/holdout',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const sent = request(`${url.href}/git-upload-pack`, { method: 'POST', headers, lookup, signal });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const { statusCode = 0 } = response;
      if (statusCode === 200) return resolve(response);
      response.destroy();
      reject(new BadUserInputError(refusalOf(statusCode), { field: 'url' }));
    });
    sent.end(body);
  });
}

function refusalOf(status: number): string {
  if (status >= 300 && status < 400)
    return 'The server redirects to another address, and redirects are not followed. Give that address instead.';
  if (status === 401 || status === 403 || status === 404)
    return 'There is no public repository at this address. Make it public, or upload an archive.';
  return `The git server answered with the error ${status}. Try again later, or upload an archive.`;
}

function whyOf(error: unknown): string {
  if (error instanceof RangeError)
    return 'There is a server at this address, but none that speaks git (protocol version 2). Check the address.';
  if (error instanceof Error && error.name === 'TimeoutError')
    return `The git server took longer than ${TIMEOUT_MS / 1000} seconds. Try again later, or upload an archive.`;
  return 'The git server could not be reached. Check the address, or upload an archive.';
}

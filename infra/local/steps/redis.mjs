/** Whether the Redis of REDIS_URL answers, asked before anything is started that would need it. */
import net from 'node:net';
import tls from 'node:tls';
import { StartError } from '../report.mjs';

const TIMEOUT_MS = 5_000;

/**
 * @param {string | undefined} redisUrl undefined or empty: the queue is on PostgreSQL, and nothing is asked
 * @returns {Promise<void>}
 * @throws {StartError} when it cannot be reached, or refuses
 */
export async function checkRedis(redisUrl) {
  if (!redisUrl) return;
  const url = URL.canParse(redisUrl) ? new URL(redisUrl) : undefined;
  if (!url || !['redis:', 'rediss:'].includes(url.protocol) || !url.hostname)
    throw new StartError(
      'REDIS_URL is not the address of a Redis. It looks like redis://user:password@host:6379/0',
    );
  const where = `${url.hostname}:${url.port || 6379}`;
  const said = await ask(url).catch((error) => {
    const reason = error.code === 'ECONNREFUSED' ? 'nothing listens there' : error.message || error.code;
    throw new StartError(
      `The Redis at ${where} cannot be reached: ${reason}. Start it, correct REDIS_URL, or unset it: the queue is then kept in PostgreSQL.`,
    );
  });
  if (!said.startsWith('+PONG'))
    throw new StartError(
      `What answers at ${where} is no Redis that lets us in: ${said.slice(1, 120).trim() || 'it says nothing'}. Correct REDIS_URL.`,
    );
}

/**
 * @param {URL} url
 * @returns {Promise<string>} the answer to PING, or the complaint about the password
 */
function ask(url) {
  return new Promise((resolve, reject) => {
    const to = { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 6379) };
    const socket = url.protocol === 'rediss:' ? tls.connect({ ...to, servername: to.host }) : net.connect(to);
    const credentials = [url.username, url.password].map(decodeURIComponent).filter(Boolean);
    /** @type {string[][]} */
    const commands = credentials.length > 0 ? [['AUTH', ...credentials], ['PING']] : [['PING']];
    let said = '';
    socket.setEncoding('utf8');
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    socket.on('error', reject);
    socket.on('close', () => resolve(said));
    socket.on('data', (chunk) => {
      said += chunk;
      const answers = said.split('\r\n').slice(0, -1);
      const refused = answers.find((answer) => !answer.startsWith('+'));
      if (refused === undefined && answers.length < commands.length) return;
      said = refused ?? answers.at(-1) ?? '';
      socket.end();
      resolve(said);
    });
    socket.write(commands.map(encoded).join(''));
  });
}

/** @param {string[]} command */
function encoded(command) {
  return `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;
}

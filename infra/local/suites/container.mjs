/** Runs one command in a container and returns all of its output. */
import { addressOf, call, callJson, EngineError } from '../docker-api.mjs';

/**
 * @param {{ dockerHost: string, settings: Record<string, unknown>, minutes: number }} options settings: as the engine takes them;
 *   minutes: after which the command is stopped
 * @returns {Promise<{ output: string, code: number }>}
 */
export async function runContainer({ dockerHost, settings, minutes }) {
  const address = addressOf(dockerHost);
  // With a terminal, the output is one plain stream.
  const body = Buffer.from(JSON.stringify({ ...settings, Tty: true }));
  const headers = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) };
  const { Id } = await callJson(address, 'POST', '/containers/create', { body, headers });
  try {
    await callJson(address, 'POST', `/containers/${Id}/start`);
    const code = await exitCode(address, Id, minutes);
    const logs = await call(address, 'GET', `/containers/${Id}/logs?stdout=1&stderr=1`);
    const output = logs.body.replaceAll('\r', '').trimEnd();
    if (code !== null) return { output, code };
    const late = `It did not end within ${minutes} minutes and was stopped: is the machine busy?`;
    return { output: `${output}\n${late}`, code: 1 };
  } finally {
    await callJson(address, 'DELETE', `/containers/${Id}?force=1`);
  }
}

/**
 * @param {import('../docker-api.mjs').Address} address
 * @param {string} container
 * @param {number} minutes
 * @returns {Promise<number | null>} null when it did not end in time
 */
async function exitCode(address, container, minutes) {
  try {
    const { StatusCode } = await callJson(address, 'POST', `/containers/${container}/wait`, {
      idleMs: minutes * 60_000,
    });
    return Number(StatusCode);
  } catch (error) {
    if (error instanceof EngineError && error.status === 0) return null;
    throw error;
  }
}

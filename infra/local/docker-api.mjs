/**
 * The few calls of the Docker Engine's HTTP API that set-up needs, on Node's own modules: it runs before dependencies
 * are installed.
 */
import http from 'node:http';

/** @typedef {{ socketPath?: string, host?: string, port?: number }} Address */

/** An answer of the engine that is not a success. */
export class EngineError extends Error {
  /** @param {string} message @param {number} status HTTP status, 0 when there was none */
  constructor(message, status = 0) {
    super(message);
    this.name = 'EngineError';
    this.status = status;
  }
}

/**
 * Where DOCKER_HOST points.
 * @param {string} dockerHost unix:///path or tcp://host:port
 * @returns {Address}
 */
export function addressOf(dockerHost) {
  const url = new URL(dockerHost);
  if (url.protocol === 'unix:') return { socketPath: url.pathname };
  if (url.protocol === 'tcp:' || url.protocol === 'http:')
    return { host: url.hostname, port: Number(url.port || 2375) };
  throw new EngineError(`DOCKER_HOST is ${dockerHost}. Use unix:///path/to/docker.sock or tcp://host:port.`);
}

/**
 * Send one request and collect the answer.
 * @param {Address} address
 * @param {string} method
 * @param {string} path
 * @param {{ body?: import('node:stream').Readable | Buffer, headers?: Record<string, string>, idleMs?: number,
 *   onLine?: (line: Record<string, unknown>) => void }} [options] idleMs: give up after so long without a byte;
 *   onLine: called for each line of a JSON-lines answer
 * @returns {Promise<{ status: number, body: string }>}
 */
export function call(address, method, path, { body, headers = {}, idleMs = 600_000, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ ...address, method, path, headers, timeout: idleMs }, (response) => {
      let text = '';
      let line = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        if (!onLine || response.statusCode !== 200) {
          text += chunk;
          return;
        }
        const lines = (line + chunk).split('\n');
        line = lines.pop() ?? '';
        for (const complete of lines) if (complete.trim()) onLine(JSON.parse(complete));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new EngineError('The Docker Engine does not answer.')));
    request.on('error', reject);
    if (body && 'pipe' in body) {
      body.on('error', (error) => request.destroy(error));
      body.pipe(request);
    } else {
      request.end(body);
    }
  });
}

/**
 * Like call, but parses JSON and throws EngineError for anything but 2xx.
 * @param {Address} address
 * @param {string} method
 * @param {string} path
 * @param {Parameters<typeof call>[3]} [options]
 * @returns {Promise<any>}
 */
export async function callJson(address, method, path, options) {
  const { status, body } = await call(address, method, path, options);
  if (status < 200 || status > 299) {
    throw new EngineError(
      messageOf(body) ?? `The Docker Engine answered ${status} to ${method} ${path}.`,
      status,
    );
  }
  return body ? JSON.parse(body) : undefined;
}

/** @param {string} body */
function messageOf(body) {
  try {
    return JSON.parse(body).message;
  } catch (error) {
    if (error instanceof SyntaxError) return body.trim() || undefined;
    throw error;
  }
}

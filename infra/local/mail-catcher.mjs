/** A mail server that sends nothing on: every mail becomes a file. For `npm start` without SMTP_URL. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

const MAIL_BYTES = 1024 * 1024;
const CLIENTS = 20;
/** Files of earlier starts that are kept; more would only fill the disk. */
const KEPT_FILES = 1_000;

/**
 * @param {string} folder where each mail is written, readable by its owner only: some carry a way into an account
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startMailCatcher(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  forgetOldest(folder);
  let caught = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAIL_BYTES,
    maxClients: CLIENTS,
    closeTimeout: 1_000,
    onData(stream, session, done) {
      const [recipient] = session.envelope.rcptTo;
      const to = (recipient?.address ?? 'nobody').replaceAll(/[^\w.@+-]/g, '_').slice(0, 100);
      const time = new Date().toISOString().replaceAll(':', '-');
      const file = path.join(folder, `${time}-${(caught += 1)}-${to}.eml`);
      buffer(stream)
        .then((mail) => {
          if (stream.sizeExceeded) throw new Error(`A mail has ${MAIL_BYTES} bytes at most.`);
          return writeFile(file, mail, { mode: 0o600 });
        })
        .then(
          () => done(null),
          (error) => done(error),
        );
    },
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  server.on('error', () => undefined); // a client that hangs up is its own affair
  const address = /** @type {import('node:net').AddressInfo} */ (server.server.address());
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  };
}

/** @param {string} folder */
function forgetOldest(folder) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  for (const name of files.slice(0, -KEPT_FILES)) rmSync(path.join(folder, name));
}

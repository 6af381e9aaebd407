// @ts-check
import { spawn } from 'node:child_process';

/**
 * Ends a server and deletes its folder when this process is gone, however it went: a guard of its own reads from a pipe
 * that closes with us. A throwaway server may be stopped without ceremony.
 * @param {number} pid the server
 * @param {string} folder
 * @returns {() => void} calls the guard off, once the server was ended in order
 */
export function endWithUs(pid, folder) {
  // SIGQUIT: PostgreSQL ends at once. The folder goes when the server no longer writes to it.
  const script =
    'cat; kill -QUIT "$1"; for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" || break; sleep 0.2; done; rm -rf "$2"';
  const guard = spawn('/bin/sh', ['-c', script, 'guard', String(pid), folder], {
    detached: true, // Ctrl-C must not end it before its work is done
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  /** @type {import('node:net').Socket} */ (guard.stdin).unref();
  return () => guard.kill('SIGKILL');
}

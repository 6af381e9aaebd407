import { readFileSync } from 'node:fs';
import { runProgram } from './program.js';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0';

const interruption = new AbortController();
const SAME_SIGNAL_MS = 500;
let interruptedAt = 0;
// The first Ctrl-C ends the command in good order; a later one ends it at once.
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    if (interruptedAt > 0 && Date.now() - interruptedAt > SAME_SIGNAL_MS) process.exit(1);
    interruptedAt ||= Date.now();
    interruption.abort();
  });
}
// `holdout results | head` closes the pipe early: no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runProgram(process.argv.slice(2), version, {
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interruption.signal,
});

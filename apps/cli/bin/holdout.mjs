#!/usr/bin/env node
// Plain JavaScript that an old Node can read too: it only finds the right Node and the built program.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED_MAJOR = 24;
const app = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const program = path.join(app, 'dist/main.js');

if (!existsSync(program)) {
  fail('Holdout is not built yet. Run npm start in the checkout first.');
} else if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  await import(pathToFileURL(program).href);
} else {
  const node = path.resolve(app, `../../node_modules/node-linux-${process.arch}/bin/node`);
  if (existsSync(node)) {
    runUnder(node);
  } else {
    fail(
      `Holdout needs Node ${NEEDED_MAJOR}; this is ${process.version}. Run npm start in the checkout first, or install Node ${NEEDED_MAJOR}.`,
    );
  }
}

/** @param {string} node */
function runUnder(node) {
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  // From a terminal both processes get Ctrl-C, from a script only this one: the program takes two in a row for one.
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (error) => fail(`Node could not be started: ${error.message}`));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

/** @param {string} message */
function fail(message) {
  if (process.argv.includes('--json')) {
    const nothing = {
      submissionId: null,
      runId: null,
      outcome: null,
      kind: null,
      passed: false,
      points: null,
      metrics: [],
    };
    console.log(JSON.stringify({ ...nothing, reason: 'NOT_READY', message }));
  } else {
    console.error(message);
  }
  process.exitCode = 1;
}

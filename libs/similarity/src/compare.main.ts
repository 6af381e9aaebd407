import { buffer } from 'node:stream/consumers';
import { compareWorks } from './compare-works.js';
import { comparisonRequest } from './comparison-request.js';

/** A program of its own, started with bounds by the worker: works on stdin, their comparison on stdout, progress on stderr. */
const { works, given } = comparisonRequest.parse(JSON.parse((await buffer(process.stdin)).toString('utf8')));
const comparison = compareWorks(works, given, (read) => process.stderr.write(`${read}\n`));
process.stdout.write(JSON.stringify(comparison));

import type { ExitCode } from './output/exit-code.js';
import type { JsonResult } from './output/json-result.js';

/** An error with what was known when it happened, so that `--json` can tell it and the exit code fits. */
export class Failure extends Error {
  constructor(
    override readonly cause: unknown,
    readonly exitCode: ExitCode,
    readonly known: Partial<JsonResult>,
  ) {
    super('The command failed.');
  }
}

import { readFile } from 'node:fs/promises';
import {
  didWebAddress,
  FirstOf,
  GivenFiles,
  NothingToVerifyError,
  reproductionsOf,
  verify as verifyText,
  Web,
  type PublishedReproduction,
  type Sources,
  type Step,
  type StepState,
  type Verification,
  type Verdict,
} from '@holdout/verification';
import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { findingText, STEP_TITLES, VERDICT_TEXTS } from '../output/finding-text.js';
import { REPRODUCTION_TEXTS } from '../output/reproduction-report.js';

interface Options {
  with: string[];
  trust: string[];
  offline: boolean;
}

/** Not the codes of runs: nothing is graded here. */
const EXIT_OF = {
  VERIFIED: EXIT.OK,
  NOT_VERIFIED: EXIT.STUDENT_ERROR,
  INCOMPLETE: EXIT.INFRASTRUCTURE_ERROR,
} satisfies Record<Verdict, ExitCode>;

export async function verify(context: CommandContext, target: string, options: Options): Promise<ExitCode> {
  const given = await GivenFiles.of(await Promise.all(options.with.map(read)), didWebAddress);
  const sources: Sources = options.offline ? given : new FirstOf([given, new Web()]);
  const text = await textOf(target, sources);
  const result = await verifyOrExplain(text, target, sources, options.trust);
  const reproductions = await Promise.all(
    result.receipts.map(async ({ address }) => (await reproductionsOf(address, sources)) ?? []),
  );
  tell(context, result, reproductions);
  return EXIT_OF[result.verdict];
}

async function textOf(target: string, sources: Sources): Promise<string> {
  if (!/^https?:\/\//.test(target)) return read(target);
  const text = await sources.byAddress(target);
  if (text === null)
    throw new UsageError(
      `${target} could not be fetched. It may not be shared any more; ask its holder for the file.`,
      'NOT_FETCHED',
    );
  return text;
}

async function verifyOrExplain(
  text: string,
  target: string,
  sources: Sources,
  trusted: readonly string[],
): Promise<Verification> {
  try {
    return await verifyText(text, { sources, trusts: (issuer) => trusted.includes(issuer) });
  } catch (error) {
    if (!(error instanceof NothingToVerifyError)) throw error;
    throw new UsageError(`${target} is neither a credential nor a signed receipt.`, 'NOTHING_TO_VERIFY');
  }
}

/** Every byte counts for a digest: a byte-order mark is kept. */
async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UsageError(`${file} does not exist. Give the path of a file, or an address.`, 'NO_FILE');
  }
}

const SIGNS = { PASSED: 'ok', FAILED: 'FAILED', WARNING: 'weigh', UNKNOWN: 'not checked' } satisfies Record<
  StepState,
  string
>;

function tell(
  { screen }: CommandContext,
  { kind, verdict, steps, issuer, credential, receipts }: Verification,
  /** Of each receipt: what its issuer says came of running it again. */
  reproductions: readonly PublishedReproduction[][],
): void {
  if (screen.isJson) {
    const title = credential?.name ?? credential?.credentialSubject.achievement?.name ?? null;
    const evidence = receipts.map(({ address, digest, predicate }, index) => ({
      address,
      digest,
      predicate,
      reproductions: reproductions[index] ?? [],
    }));
    screen.json({ kind, verdict, title, issuer, steps, receipts: evidence });
    return;
  }
  if (credential)
    screen.say(screen.style.bold(credential.credentialSubject.achievement?.name ?? credential.name ?? ''));
  for (const [index, { predicate }] of receipts.entries()) {
    if (!predicate) continue;
    const { points, assignment, run } = predicate;
    screen.say(
      `${assignment.slug}, version ${assignment.version}: ${points.value.toFixed(1)} (${points.low.toFixed(1)} to ${points.high.toFixed(1)}) in a ${run.kind.toLowerCase()} run`,
    );
    for (const { verdict, at } of reproductions[index] ?? [])
      screen.say(
        screen.style.dim(`  Run again, ${at.slice(0, 10)}, its issuer says. ${REPRODUCTION_TEXTS[verdict]}`),
      );
  }
  screen.say();
  for (const step of steps) screen.say(lineOf(step, screen.style));
  screen.say();
  screen.say(VERDICT_TEXTS[verdict]);
}

function lineOf(step: Step, style: CommandContext['screen']['style']): string {
  const paint = { PASSED: style.green, FAILED: style.red, WARNING: style.yellow, UNKNOWN: style.dim }[
    step.state
  ];
  return `${paint(SIGNS[step.state].padEnd(12))}${STEP_TITLES[step.step].padEnd(12)}${findingText(step)}`;
}

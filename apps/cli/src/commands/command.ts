import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import type { ExitCode } from '../output/exit-code.js';

/** Turns a piece of work into a commander action: gives it the context and keeps its exit code. */
export type Act = <Args extends unknown[]>(
  work: (context: CommandContext, ...args: Args) => Promise<ExitCode>,
) => (...args: Args) => Promise<void>;

/** Each command file adds itself to the program. */
export type AddCommand = (program: Command, act: Act) => void;

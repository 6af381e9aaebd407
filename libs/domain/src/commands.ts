import type { CommandRules } from './project-config.js';

/** A command that holdout.toml may name, as an assignment declares it. */
export interface CommandDeclaration {
  required: boolean;
  /** The kind of run that needs it in any case. */
  requiredFor?: 'PRACTICE' | 'CERTIFICATION' | undefined;
  /** The placeholders that the command may contain in braces. */
  placeholders: string[];
  /** Whether it trains on the public data right away, while the rest of the run is being planned. At most one command does. */
  runsFirst: boolean;
}

export interface CommandsDeclared {
  commands?: Readonly<Record<string, CommandDeclaration>> | undefined;
  requiresTrain: boolean;
  /** Whether a command may run a notebook. */
  notebooks?: boolean | undefined;
}

/** The commands that holdout.toml may name: those of the assignment, or train and predict if it declares none. */
export function commandsOf({
  commands,
  requiresTrain,
}: CommandsDeclared): Readonly<Record<string, CommandDeclaration>> {
  return (
    commands ?? {
      train: {
        required: requiresTrain,
        requiredFor: 'CERTIFICATION',
        placeholders: ['data', 'model', 'reports', 'seed'],
        runsFirst: true,
      },
      predict: {
        required: true,
        placeholders: ['model', 'features', 'predictions', 'seed'],
        runsFirst: false,
      },
    }
  );
}

/** The commands that a run of this kind requires. */
export function commandRules(declared: CommandsDeclared, kind: 'PRACTICE' | 'CERTIFICATION'): CommandRules {
  return Object.fromEntries(
    Object.entries(commandsOf(declared)).map(([name, { required, requiredFor }]) => [
      name,
      { required: required || requiredFor === kind, takesNotebook: declared.notebooks ?? false },
    ]),
  );
}

import type { InterruptionCause } from '@holdout/domain';
import type { Machine } from './machine.js';
import type { Random } from './random.js';

/** Something that breaks, and is mended again. */
export interface Fault {
  name: string;
  /** What the timeline may call the attempts that it ended. Empty: it may end none. */
  causes: readonly InterruptionCause[];
  /** Breaks it and mends it. Answers whom it struck, where it was one worker; null where there was no occasion. */
  strike(machine: Machine, random: Random): Promise<Struck | null>;
}

export interface Struck {
  /** @default the fault's own name */
  name?: string;
  workerId?: string;
}

import { useHotkeys } from '@mantine/hooks';

interface DeskKeys {
  /** Chooses a level of the criterion in focus, by its digit. */
  level: (digit: string) => void;
  nextCriterion: () => void;
  previousCriterion: () => void;
  comment: () => void;
  nextRun: () => void;
  previousRun: () => void;
  nextWaitingRun: () => void;
  finish: () => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The keys of the grading desk. `KeysHelp` lists them for readers. */
export function useDeskKeys(keys: DeskKeys): void {
  useHotkeys([
    ...DIGITS.map((digit): [string, () => void] => [digit, () => keys.level(digit)]),
    ['j', keys.nextCriterion],
    ['k', keys.previousCriterion],
    ['c', keys.comment],
    ['n', keys.nextRun],
    ['p', keys.previousRun],
    ['g', keys.nextWaitingRun],
    ['mod+Enter', keys.finish],
  ]);
}

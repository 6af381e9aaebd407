import type { AssignmentImportStep } from '@holdout/domain';
import type { AssignmentImport } from '../api/authoring.js';
import type { Screen } from './screen.js';

const STEPS: Record<AssignmentImportStep, string> = {
  OPEN: 'Opening the folder',
  CHECK: 'Checking definition and data',
  SPLIT: 'Splitting',
  MEASURE: 'Measuring the references',
  PUBLISH: 'Publishing',
};

/** A line for every step, as the worker reaches it. */
export class ImportProgress {
  private last = '';

  constructor(private readonly screen: Screen) {}

  changed({ status, step, stepsDone, stepsPlanned }: AssignmentImport): void {
    if (status !== 'QUEUED' && status !== 'RUNNING') return;
    const parts = stepsPlanned > 0 ? `: ${stepsDone} of ${stepsPlanned}` : '';
    this.note(step ? `${STEPS[step]}${parts}` : 'Waiting for a worker');
  }

  disconnected(): void {
    this.note('The connection was lost; trying again');
  }

  private note(line: string): void {
    if (line === this.last) return;
    this.last = line;
    this.screen.note(this.screen.style.dim(line));
  }
}

import { addAssignmentExport } from './assignment-export.command.js';
import { addAssignmentImport } from './assignment-import.command.js';
import { addAssignmentValidate } from './assignment-validate.command.js';
import type { AddCommand } from './command.js';

/** Commands for authors. */
export const addAssignment: AddCommand = (program, act) => {
  const group = program
    .command('assignment')
    .description('For instructors: check, import and export assignments of your own');
  for (const add of [addAssignmentValidate, addAssignmentImport, addAssignmentExport]) add(group, act);
};

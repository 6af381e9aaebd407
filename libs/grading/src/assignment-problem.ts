/** One mistake that an author should fix. */
export interface AssignmentProblem {
  /** Path inside the assignment's folder. */
  readonly file: string;
  /** From 1; null if the problem has no single line. */
  readonly line: number | null;
  /** The key of assignment.yaml at fault, as in `dataset.target.column`. */
  readonly path: string | null;
  /** The column of a data file at fault. */
  readonly column: string | null;
  readonly message: string;
  readonly suggestion: string | null;
}

/** An assignment's folder has mistakes: all that were found. */
export class AssignmentInvalidError extends Error {
  override readonly name = 'AssignmentInvalidError';
  constructor(readonly problems: readonly AssignmentProblem[]) {
    super(
      `The assignment cannot be used:\n${problems.map((problem) => `  - ${tellProblem(problem)}`).join('\n')}`,
    );
  }
}

export function problemOf(
  file: string,
  message: string,
  place: Partial<Omit<AssignmentProblem, 'file' | 'message'>> = {},
): AssignmentProblem {
  return { file, line: null, path: null, column: null, suggestion: null, ...place, message };
}

/** A problem on one line, beginning with file and line, which editors and terminals turn into links. */
export function tellProblem({ file, line, path, message, suggestion }: AssignmentProblem): string {
  const place = line === null ? file : `${file}:${line}`;
  // A message about a key often begins with it.
  const key = path && !message.startsWith(path) ? `${path}: ` : '';
  return `${place}: ${key}${message}${suggestion ? ` ${suggestion}` : ''}`;
}

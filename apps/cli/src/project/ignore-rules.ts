import ignore from 'ignore';

/** Files whose patterns are honoured, in every folder; later ones win. */
export const IGNORE_FILES = ['.gitignore', '.holdoutignore'] as const;

/** Where `init` keeps the assignment's definition and public data for `check`. */
export const ASSIGNMENT_FOLDER = '.holdout-assignment';

/** Never part of a submission, whatever the ignore files say. */
const ALWAYS = [
  '.git',
  '.hg',
  '.svn',
  ASSIGNMENT_FOLDER,
  '__pycache__',
  '.venv',
  '.ipynb_checkpoints',
  '.DS_Store',
];

interface Rules {
  /** Folder the patterns are relative to: '' or 'a/b/'. */
  readonly base: string;
  readonly rules: ReturnType<typeof ignore>;
}

/** Decides what is left out. Rules of inner folders override those of outer ones, as in Git. */
export class IgnoreRules {
  private readonly always = ignore().add(ALWAYS);

  private constructor(private readonly levels: readonly Rules[]) {}

  static none(): IgnoreRules {
    return new IgnoreRules([]);
  }

  /** With the ignore files' texts of one more folder. `base` is '' or ends with a slash. */
  and(base: string, patterns: readonly string[]): IgnoreRules {
    if (patterns.length === 0) return this;
    const rules = ignore();
    // One call for each file's text: only a text by itself is split into lines.
    for (const text of patterns) rules.add(text);
    return new IgnoreRules([...this.levels, { base, rules }]);
  }

  /** @param path relative to the project, without a trailing slash */
  leavesOut(path: string, isFolder: boolean): boolean {
    const full = isFolder ? `${path}/` : path;
    if (this.always.ignores(full)) return true;
    for (const { base, rules } of this.levels.toReversed()) {
      const verdict = rules.test(full.slice(base.length));
      if (verdict.ignored) return true;
      if (verdict.unignored) return false;
    }
    return false;
  }
}

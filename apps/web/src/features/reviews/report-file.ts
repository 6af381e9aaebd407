interface File {
  path: string;
  text: string | null;
}

/** Names under which students hand in the prose of a project, the likeliest first. */
const NAMES = [/^report\.md$/i, /(^|\/)report\.md$/i, /^model[-_]card\.md$/i, /^readme\.md$/i, /\.md$/i];

/** The file that a reviewer reads first: the report, else another Markdown file; undefined without any. */
export function reportOf<F extends File>(files: readonly F[]): F | undefined {
  for (const name of NAMES) {
    const found = files.find(({ path, text }) => text !== null && name.test(path));
    if (found) return found;
  }
  return undefined;
}

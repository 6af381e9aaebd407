/** Whether an error of `node:fs` says that there is no such file or folder. */
export function isMissingFile(error: unknown): boolean {
  return errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
}

/** The system's code of an error (`ENOENT`, `ECONNREFUSED`); undefined for other errors. */
export function errorCode(error: unknown): string | undefined {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

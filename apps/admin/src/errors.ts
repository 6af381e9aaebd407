/** What the operator can mend. The message is all that is shown. */
export class AdminError extends Error {
  override readonly name = 'AdminError';
}

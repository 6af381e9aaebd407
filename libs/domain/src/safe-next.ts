/** Only a path of this site may be returned to; anything else leads home. */
export function safeNext(next: string | string[] | undefined): string {
  if (typeof next !== 'string') return '/';
  return /^\/(?![/\\])/.test(next) && !/[\\\n\r\t]/.test(next) ? next : '/';
}

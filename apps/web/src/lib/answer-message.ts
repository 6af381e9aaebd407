/**
 * The message of a route's error answer, `{"error": {"message": …}}`, or the body itself if it is plain text of reasonable
 * length.
 */
export function answerMessage(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: { message?: unknown } };
    if (typeof error?.message === 'string') return error.message;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return body.startsWith('<') || body.length > 400 ? '' : body.trim();
}

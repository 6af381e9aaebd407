import type { Run } from '../api/run.js';

/** What to do after a run of the server, one line each. `command` is how this program is called. */
export function nextSteps(
  run: Pick<Run, 'id' | 'kind' | 'outcome' | 'score' | 'assignment'>,
  url: string,
): string[] {
  const page = `Details and plots: ${url}/runs/${run.id}`;
  const slug = run.assignment.slug;
  if (run.outcome === 'SCORED' && run.score) {
    if (run.kind !== 'CERTIFICATION') {
      return run.score.isPassed
        ? [`Next: holdout submit --assignment ${slug} --certify --wait scores it on the private rows.`, page]
        : ['Next: improve what scores lowest, try it with holdout check, then submit again.', page];
    }
    return run.score.isPassed
      ? [page]
      : ['Next: practise on the public rows before you use another certification attempt.', page];
  }
  if (run.outcome === 'STUDENT_ERROR')
    return ['Next: mend it and try it with holdout check; it runs the same steps here.', page];
  return run.outcome === 'INFRASTRUCTURE_ERROR'
    ? ['Next: submit again in a while. If it happens again, tell whoever runs this server.', page]
    : [page];
}

import { request } from '../api/client.js';
import { runsQuery, type RunListItem } from '../api/documents.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { localTime, pointsText } from '../output/format.js';
import { tableLines } from '../output/table.js';
import type { AddCommand } from './command.js';
import { countOf } from './options.js';

const MAX_SHOWN = 50;

export const addResults: AddCommand = (program, act) => {
  program
    .command('results')
    .description('List your runs, newest first')
    .argument('[assignment]', 'only runs of this assignment')
    .option('-n, --number <count>', `how many, at most ${MAX_SHOWN}`, '20')
    .option('--json', 'print one JSON object')
    .action(act(results));
};

async function results(
  context: CommandContext,
  assignment: string | undefined,
  options: { number: string },
): Promise<ExitCode> {
  const { screen } = context;
  const first = countOf('--number', options.number, MAX_SHOWN);
  const { runs } = await request(await context.access(), runsQuery, {
    assignmentSlug: assignment ?? null,
    first,
  });
  const list = runs.edges.map(({ node }) => node);
  if (screen.isJson) {
    screen.json({ runs: list });
    return EXIT.OK;
  }
  if (list.length === 0) {
    screen.say(`No runs yet. holdout submit --assignment ${assignment ?? '<assignment>'} --wait makes one.`);
    return EXIT.OK;
  }
  const columns = [
    { title: 'Run' },
    { title: 'Queued' },
    { title: 'Assignment' },
    { title: 'Kind' },
    { title: 'Ended' },
    { title: 'Points' },
    { title: '' },
  ];
  for (const line of tableLines(columns, list.map(rowOf))) screen.say(line);
  if (runs.pageInfo.hasNextPage) screen.note(screen.style.dim('Older runs are on the assignment page.'));
  return EXIT.OK;
}

function rowOf(run: RunListItem): string[] {
  const ended =
    run.status === 'FINISHED'
      ? [run.outcome, run.outcome === 'STUDENT_ERROR' ? run.reason : null]
      : [run.status];
  return [
    run.id,
    localTime(run.queuedAt),
    run.assignment.slug,
    run.kind.toLowerCase(),
    ended.filter(Boolean).join(': '),
    run.score ? pointsText(run.score) : '',
    run.score?.isPassed ? 'passed' : '',
  ];
}

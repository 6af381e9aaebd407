import { request } from '../api/client.js';
import { leaderboardQuery } from '../api/documents.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { plainText, points, pointsText } from '../output/format.js';
import { tableLines } from '../output/table.js';
import type { AddCommand } from './command.js';
import { countOf } from './options.js';

const MAX_SHOWN = 100;

interface Options {
  private?: boolean;
  cohort?: string;
  number: string;
}

export const addLeaderboard: AddCommand = (program, act) => {
  program
    .command('leaderboard')
    .description('Show the leaderboard of an assignment, and your place on it')
    .argument('<assignment>')
    .option('--private', 'the board of the private rows, once it is open')
    .option('--cohort <slug>', 'only the students of a cohort')
    .option('-n, --number <count>', `how many places, at most ${MAX_SHOWN}`, '20')
    .option('--json', 'print one JSON object')
    .action(act(leaderboard));
};

async function leaderboard(context: CommandContext, assignment: string, options: Options): Promise<ExitCode> {
  const { screen } = context;
  const { leaderboard: board } = await request(await context.access(), leaderboardQuery, {
    assignmentSlug: assignment,
    board: options.private ? 'PRIVATE' : 'PUBLIC',
    cohortSlug: options.cohort ?? null,
    first: countOf('--number', options.number, MAX_SHOWN),
  });
  if (screen.isJson) {
    screen.json(board);
    return EXIT.OK;
  }
  const columns = [
    { title: '#', align: 'right' as const },
    { title: 'Band', align: 'right' as const },
    { title: 'Student' },
    { title: 'Points' },
    { title: '' },
  ];
  const rows = board.rows.map((row) => [
    String(row.rank),
    String(row.band),
    plainText(row.name),
    pointsText({ value: row.points, low: row.low, high: row.high }),
    row.isViewer ? 'you' : '',
  ]);
  if (rows.length === 0)
    screen.say(
      `Nobody is on this board yet. holdout submit --assignment ${assignment} --wait may put you there.`,
    );
  else for (const line of tableLines(columns, rows)) screen.say(line);
  if (rows.length > 1)
    screen.note(screen.style.dim('Within a band no difference between students is shown.'));
  if (board.pageInfo.hasNextPage) screen.note(screen.style.dim('More places are on the assignment page.'));
  if (board.ownPlace) {
    const { rank, points: value, low, high } = board.ownPlace;
    screen.say(
      `Your place: ${rank}, with ${pointsText({ value, low, high })}. The pass mark is ${points(board.passMark)}.`,
    );
  }
  return EXIT.OK;
}

import { request } from '../api/client.js';
import { assignmentsQuery } from '../api/documents.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { points } from '../output/format.js';
import { tableLines } from '../output/table.js';
import type { AddCommand } from './command.js';

export const addAssignments: AddCommand = (program, act) => {
  program
    .command('assignments')
    .description('List the assignments you can work on')
    .option('--json', 'print one JSON object')
    .action(act(assignments));
};

async function assignments(context: CommandContext): Promise<ExitCode> {
  const { screen } = context;
  const { assignments: list } = await request(await context.access(), assignmentsQuery, {});
  if (screen.isJson) {
    screen.json({ assignments: list });
    return EXIT.OK;
  }
  if (list.length === 0) {
    screen.say('There are no assignments for you yet. Your instructor enrolls you in a cohort.');
    return EXIT.OK;
  }
  const hasTeams = list.some(({ teamwork }) => teamwork !== null);
  const rows = list.map(({ slug, title, bestPoints, isPassed, teamwork, policy }) => [
    slug,
    title,
    ...(hasTeams ? [teamText(teamwork)] : []),
    policy.isOpen ? 'open' : `closed: ${policy.closedReason ?? 'see its page'}`,
    `${policy.practiceLeftToday} of ${policy.practicePerDay}`,
    `${policy.certificationsLeft} of ${policy.certificationLimit}`,
    bestPoints === null ? '' : points(bestPoints),
    isPassed ? 'passed' : '',
  ]);
  const columns = [
    { title: 'Assignment' },
    { title: 'Title' },
    ...(hasTeams ? [{ title: 'Team' }] : []),
    { title: 'State' },
    { title: 'Practice left today', align: 'right' as const },
    { title: 'Certifications left', align: 'right' as const },
    { title: 'Best points', align: 'right' as const },
    { title: '' },
  ];
  for (const line of tableLines(columns, rows)) screen.say(line);
  screen.note(screen.style.dim('\nNext: holdout init <assignment> fetches its starter kit and public data.'));
  return EXIT.OK;
}

/** The viewer's team, or how many may form one. */
function teamText(teamwork: { maxTeamSize: number; team: { name: string } | null } | null): string {
  if (!teamwork) return '';
  return teamwork.team?.name ?? `none yet, up to ${teamwork.maxTeamSize}`;
}

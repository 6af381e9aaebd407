import type { ImportProblem, ImportReport } from '@holdout/domain';
import { tellProblem } from '@holdout/grading';
import type { Screen } from './screen.js';
import { tableLines } from './table.js';

const NUMBER = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** Every mistake on a line of its own, as file:line: what, and what to do. */
export function sayProblems(screen: Screen, problems: readonly ImportProblem[]): void {
  for (const problem of problems) screen.say(tellProblem(problem));
  screen.say();
  screen.say(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. Nothing was published.`);
}

export function sayImportReport(screen: Screen, report: ImportReport, publish: boolean): void {
  screen.say(`${report.title} (${report.slug}, ${report.template})`);
  screen.say();
  const parts = report.parts.map(({ name, rows }) => [name, rows.toLocaleString('en')]);
  sayTable(screen, tableLines([{ title: 'Part' }, { title: 'Rows', align: 'right' }], parts));
  if (report.anchors.length > 0) {
    screen.say();
    sayTable(
      screen,
      tableLines(
        [
          { title: 'Metric' },
          { title: 'Naive', align: 'right' },
          { title: '70 points', align: 'right' },
          { title: '90 points', align: 'right' },
          { title: 'Remark' },
        ],
        report.anchors.map(({ label, naive, simple, strong, whyWithoutWeight }) => [
          label,
          NUMBER.format(naive),
          NUMBER.format(simple),
          NUMBER.format(strong),
          whyWithoutWeight ? `no weight: ${whyWithoutWeight}` : '',
        ]),
      ),
    );
    screen.say(screen.style.dim(`Measured on ${report.splits} splits that students are not graded on.`));
  }
  const drifting = report.drift.filter(({ size, unseenLevels }) => size > 0 || unseenLevels > 0).slice(0, 5);
  if (drifting.length > 0) {
    screen.say();
    sayTable(
      screen,
      tableLines(
        [
          { title: 'Column' },
          { title: 'Drift train → hidden', align: 'right' },
          { title: 'Unseen values', align: 'right' },
        ],
        drifting.map(({ column, size, unseenLevels }) => [
          column,
          size.toFixed(3),
          unseenLevels > 0 ? String(unseenLevels) : '',
        ]),
      ),
    );
  }
  for (const note of report.notes) {
    screen.say();
    screen.say(note);
  }
  screen.say();
  screen.say(ending(report, publish));
}

function ending({ slug, version, isNew, openedCohorts }: ImportReport, publish: boolean): string {
  if (!publish || version === null) return 'Nothing was published. Add --publish to publish it.';
  if (!isNew) return `Version ${version} of ${slug} has this content already.`;
  const opened =
    openedCohorts > 0 ? ` It is open to ${openedCohorts} more cohort${openedCohorts === 1 ? '' : 's'}.` : '';
  return `Published ${slug} version ${version}.${opened}`;
}

function sayTable(screen: Screen, [head = '', ...rows]: string[]): void {
  screen.say(screen.style.bold(head));
  for (const row of rows) screen.say(row);
}

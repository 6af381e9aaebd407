import { projectWith } from '../../support/projects.js';
import type { Attack } from '../support/attack.js';

/** Ranks the rows it is given: every prediction depends on its company. */
const RANKS = `import csv, sys
rows = list(csv.DictReader(open(sys.argv[2])))
order = sorted(range(len(rows)), key=lambda place: rows[place]["age"] + rows[place]["id"])
ranks = {place: rank for rank, place in enumerate(order)}
with open(sys.argv[3], "w", newline="") as target:
    writer = csv.writer(target)
    writer.writerow(["id", "probability", "decision"])
    for place, row in enumerate(rows):
        writer.writerow([row["id"], f"{ranks[place] / len(rows):.6f}", 0])
`;

export const probes: Attack[] = [
  {
    threat: 'Lookup of memorized answers, hard-coded test size or ids',
    name: 'predictions that depend on which other rows are there',
    submission: projectWith({ 'predict.py': RANKS }),
    control: 'row-independence probe',
    weakness: {
      definition: (definition) => ({
        ...definition,
        probes: { ...definition.probes, rowIndependence: { twins: 300, tolerance: 1 } },
      }),
    },
    gained: ({ graded }) =>
      graded?.outcome === 'SCORED' && graded.result.gates.every(({ status }) => status !== 'FAILED')
        ? 'no gate failed'
        : null,
    ends: 'SCORED',
  },
];

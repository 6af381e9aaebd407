export interface PlotStyle {
  color: string;
  width: number;
  dash: string | undefined;
}

const SECOND = ['var(--chart-2)', 'var(--chart-3)'];
const DASHES = ['2 3', '6 3', '10 3'];

interface Roled {
  role: string;
}

/**
 * The student in the accent, references as grey rules told apart by their dashes, everything else in colours that do not depend on telling
 * red from green.
 */
export function styleOf(role: string, all: readonly Roled[], index: number): PlotStyle {
  const rank = all.slice(0, index).filter((series) => series.role === role).length;
  if (role === 'student')
    return {
      color: rank === 0 ? 'var(--accent)' : (SECOND[(rank - 1) % SECOND.length] ?? 'var(--accent)'),
      width: 2.25,
      dash: undefined,
    };
  if (role === 'band') return { color: 'var(--accent)', width: 1, dash: undefined };
  if (role === 'diagonal') return { color: 'var(--chart-rule)', width: 1, dash: '4 4' };
  if (role === 'reference')
    return { color: 'var(--chart-rule)', width: 1.5, dash: DASHES[rank % DASHES.length] };
  return { color: SECOND[rank % SECOND.length] ?? 'var(--chart-2)', width: 1.5, dash: undefined };
}

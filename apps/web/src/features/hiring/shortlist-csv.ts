import type { ShortlistRowFragment } from '@/generated/graphql';

const COLUMNS = ['name', 'headline', 'location', 'issuer', 'results', 'note', 'since', 'address'];

/** A quoted field. What a spreadsheet would take for a formula is kept from it by an apostrophe. */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** The list as CSV: points with their intervals, notes, and where the portfolio is. */
export function shortlistCsv(rows: readonly ShortlistRowFragment[], origin: string): string {
  const lines = rows.map(({ candidate, note, createdAt }) => {
    const { id, name, headline, location, issuerName, results } = candidate;
    const points = results.map(
      (result) =>
        `${result.assignmentTitle} ${result.points.toFixed(1)} (${result.low.toFixed(1)} to ${result.high.toFixed(1)})`,
    );
    const since = createdAt.slice(0, 10);
    return [
      name,
      headline,
      location,
      issuerName,
      points.join('; '),
      note,
      since,
      `${origin}/candidates/${id}`,
    ];
  });
  return [COLUMNS, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

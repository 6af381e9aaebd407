import { escaped } from '../http/escaped.js';

const WIDTH = 480;
const LONGEST_LINE = 22;

/** The picture of an achievement. It carries no claim: that is what the credential is for. */
export function badgeImage({ title, issuer }: { title: string; issuer: string }): string {
  const lines = wrapped(title).slice(0, 3);
  const text = lines
    .map((line, index) => `<text x="240" y="${250 + index * 40}" class="t">${escaped(line)}</text>`)
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${WIDTH}" width="${WIDTH}" height="${WIDTH}" role="img">`,
    `<title>${escaped(title)}</title>`,
    '<style>.t{font:600 32px Inter,sans-serif;text-anchor:middle;fill:#102a2c}.s{font:400 20px Inter,sans-serif;text-anchor:middle;fill:#3d5558}</style>',
    `<rect x="8" y="8" width="464" height="464" rx="24" fill="#fff" stroke="#0f6b6f" stroke-width="4"/>`,
    // An interval with its point: what every number here carries.
    '<path d="M140 130h200M140 112v36M340 112v36" stroke="#0f6b6f" stroke-width="6" fill="none"/><circle cx="262" cy="130" r="14" fill="#0f6b6f"/>',
    text,
    `<text x="240" y="420" class="s">${escaped(issuer.slice(0, 48))}</text>`,
    '</svg>',
  ].join('');
}

function wrapped(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= LONGEST_LINE) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`.trim();
  }
  return lines;
}

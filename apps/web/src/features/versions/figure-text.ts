export interface Figure {
  id: string;
  /** A description of the picture, for those who do not see it. */
  alternative: string;
  caption: string;
}

/** A figure in Markdown: an image alone in its paragraph, its title the caption. */
export function figureText({ id, alternative, caption }: Figure): string {
  const title = caption.trim() ? ` "${escaped(caption, /[\\"]/g)}"` : '';
  return `![${escaped(alternative, /[\\[\]]/g)}](/files/figures/${id}${title})`;
}

const escaped = (text: string, special: RegExp) =>
  text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(special, String.raw`\$&`);

/** A text with a paragraph put in where the line at `place` ends, or at the end of all. */
export function withParagraph(text: string, place: number | null, paragraph: string): string {
  const lineEnd = place === null ? -1 : text.indexOf('\n', place);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const parts = [text.slice(0, at).trimEnd(), paragraph, text.slice(at).trimStart()];
  return parts.filter((part) => part !== '').join('\n\n');
}

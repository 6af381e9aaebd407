/** Hands the reader a text that was made in the browser. */
export const save = (name: string, type: string, text: string): void =>
  saveBlob(name, new Blob([text], { type }));

/** Hands the reader a file that was made in the browser. */
export function saveBlob(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

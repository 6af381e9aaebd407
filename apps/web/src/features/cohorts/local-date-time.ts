const two = (value: number) => String(value).padStart(2, '0');

/** The value of a date-and-time field for an instant, in the reader's own zone; empty for none. */
export function toField(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant that such a field means; null when it is empty. */
export function fromField(value: string): string | null {
  return value === '' ? null : new Date(value).toISOString();
}

/** A phase's label beside its name; empty if it would only repeat the name. */
export function ownLabel(name: string, label: string | null): string | null {
  return label && label.toLowerCase() !== name.toLowerCase() ? label : null;
}

/** What a phase is called beside its name: nothing where that would say the name again. */
export function ownLabel(name: string, label: string | null): string | null {
  return label && label.toLowerCase() !== name.toLowerCase() ? label : null;
}

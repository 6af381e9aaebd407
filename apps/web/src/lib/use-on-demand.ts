import { useState, type ComponentType } from 'react';

/**
 * A component that is fetched when it is first wanted, and null until then. What is in its place stays where it is meanwhile;
 * after a failed fetch, the next wish tries again.
 */
export function useOnDemand<Props>(
  fetch: () => Promise<ComponentType<Props>>,
): [ComponentType<Props> | null, () => void] {
  const [component, setComponent] = useState<ComponentType<Props> | null>(null);
  function want() {
    if (component) return;
    fetch()
      .then((fetched) => setComponent(() => fetched))
      .catch((error: unknown) => console.warn('A part of the page could not be fetched.', error));
  }
  return [component, want];
}

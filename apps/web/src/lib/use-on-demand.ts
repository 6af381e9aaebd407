import { useState, type ComponentType } from 'react';

/**
 * A component that is loaded when it is first wanted; null until then. Meanwhile whatever is in its place stays. After a
 * failed load, the next attempt tries again.
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

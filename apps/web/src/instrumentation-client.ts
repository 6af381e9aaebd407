import { LEAVING } from './lib/leaving';

/** Next.js calls this when a navigation begins. */
export function onRouterTransitionStart(url: string): void {
  const { pathname, search } = new URL(url, window.location.href);
  const isElsewhere = pathname !== window.location.pathname || search !== window.location.search;
  if (isElsewhere) window.dispatchEvent(new Event(LEAVING));
}

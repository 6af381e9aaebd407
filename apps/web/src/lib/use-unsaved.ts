import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/** Asks before unsaved changes are lost: through a link within the app, a reload, or closing the tab. */
export function useUnsaved(isUnsaved: boolean): void {
  const question = useTranslations('deadEnd')('leaveUnsaved');
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      if (!leadsAway(event) || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', warn);
    // Captured, so that it runs before the link's own handler.
    window.addEventListener('click', ask, true);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('click', ask, true);
    };
  }, [isUnsaved, question]);
}

/** Whether a click leads to another page in this tab. A link out of the app unloads the page, which asks by itself. */
function leadsAway({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return false;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return false;
  return link.origin === window.location.origin && link.pathname !== window.location.pathname;
}

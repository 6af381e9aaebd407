import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/** Asks before what is not saved is left: by a link within the app, by a reload, or with the tab. */
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
    // Before the link itself hears of it.
    window.addEventListener('click', ask, true);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('click', ask, true);
    };
  }, [isUnsaved, question]);
}

/** To another page in this tab. What leads out of the app unloads this page, which asks by itself. */
function leadsAway({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return false;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return false;
  return link.origin === window.location.origin && link.pathname !== window.location.pathname;
}

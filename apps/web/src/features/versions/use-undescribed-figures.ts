import { useDebouncedValue } from '@mantine/hooks';
import { FIGURE_LIMITS, undescribedFigures, type UndescribedFigure } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** Long enough for a word, short enough to be seen beside the figure that one writes. */
const PAUSE_MS = 400;

/** What to do about the first figure of a text that does not say what it shows; null where each does. */
export function useUndescribedFigures(markdown: string): string | null {
  const t = useTranslations('versions.figure');
  const [written] = useDebouncedValue(markdown, PAUSE_MS);
  const [first, setFirst] = useState<UndescribedFigure | null>(null);
  useEffect(() => {
    let isNewest = true;
    void figuresOf(written).then(([figure]) => {
      if (isNewest) setFirst(figure ?? null);
    });
    return () => {
      isNewest = false;
    };
  }, [written]);
  if (!first) return null;
  return t('undescribed', { url: first.url, line: first.line ?? 1, most: FIGURE_LIMITS.alternative });
}

/** No figure is written without its mark; the parser is fetched with the first one. */
async function figuresOf(markdown: string): Promise<UndescribedFigure[]> {
  if (!markdown.includes('![')) return [];
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  return undescribedFigures(fromMarkdown(markdown));
}

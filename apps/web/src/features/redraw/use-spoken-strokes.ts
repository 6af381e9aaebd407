'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Stroke } from './sketch';

/** Describes the last stroke in a sentence, for those who do not see it. */
export function useSpokenStrokes(textOf: (key: string) => string) {
  const t = useTranslations('redraw.spoken');
  const [spoken, setSpoken] = useState('');

  function speak(stroke: Stroke) {
    switch (stroke.type) {
      case 'place':
        return setSpoken(t('placed', { label: textOf(stroke.key) }));
      case 'connect':
        return setSpoken(t('connected', { from: textOf(stroke.from), to: textOf(stroke.to) }));
      case 'turn':
        return setSpoken(t('connected', { from: textOf(stroke.edge.to), to: textOf(stroke.edge.from) }));
      case 'remove': {
        const labels = stroke.nodes.map(textOf);
        const arrows = stroke.edges.map(({ from, to }) => `${textOf(from)} → ${textOf(to)}`);
        return setSpoken(t('removed', { what: [...labels, ...arrows].join(', ') }));
      }
      case 'clear':
        return setSpoken(t('cleared'));
      case 'move':
        return;
    }
  }

  return { spoken, speak };
}

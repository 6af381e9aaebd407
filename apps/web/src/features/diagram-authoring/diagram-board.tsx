'use client';

import { Button, TextInput } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { DRAWING_LIMITS } from '@holdout/diagram';
import { DIAGRAM_LIMITS, type DiagramText } from '@holdout/domain';
import { ArrowList } from '@/features/redraw/arrow-list';
import { afterStroke, type Stroke } from '@/features/redraw/sketch';
import { useSpokenStrokes } from '@/features/redraw/use-spoken-strokes';
import styles from '@/features/versions/authoring.module.css';
import { Block } from '@/ui/skeleton';
import { Segments } from '@/ui/segments';
import { keyFor, sketchOf, withSketch } from './diagram-text';

// The canvas brings a drawing library; only those who draw on it load it.
const RedrawCanvas = dynamic(
  () => import('@/features/redraw/redraw-canvas').then((module) => module.RedrawCanvas),
  { ssr: false, loading: () => <Block height="min(36rem, 70vh)" /> },
);

interface Props {
  text: DiagramText;
  onChange: (text: DiagramText) => void;
}

/** Where a diagram is drawn: on a canvas or as a list, which show the same. */
export function DiagramBoard({ text, onChange }: Props) {
  const t = useTranslations('diagramAuthoring');
  const redraw = useTranslations('redraw');
  const [view, setView] = useState<'canvas' | 'list'>('canvas');
  const [label, setLabel] = useState('');
  const [past, setPast] = useState<DiagramText[]>([]);
  const sketch = useMemo(() => sketchOf(text), [text]);
  const { nodes } = text;
  const textOf = useCallback((key: string) => nodes.find((node) => node.key === key)?.label ?? key, [nodes]);
  const { spoken, speak } = useSpokenStrokes(textOf);
  const isFull = nodes.length + text.distractors.length >= DRAWING_LIMITS.nodes;

  function change(next: DiagramText) {
    setPast([...past, text].slice(-100));
    onChange(next);
  }

  function draw(stroke: Stroke) {
    const next = afterStroke(sketch, stroke);
    if (next === sketch) return;
    change(withSketch(text, next));
    speak(stroke);
  }

  function add() {
    const read = label.trim();
    if (!read || isFull) return;
    const node = { key: keyFor(read, text), label: read, hint: '' };
    const places = afterStroke(sketch, { type: 'place', key: node.key }).nodes.at(-1);
    change({ ...text, nodes: [...nodes, { ...node, x: places?.x ?? null, y: places?.y ?? null }] });
    setLabel('');
  }

  function undo() {
    const before = past.at(-1);
    if (!before) return;
    setPast(past.slice(0, -1));
    onChange(before);
  }

  return (
    <fieldset className={styles.stack}>
      <legend>{t('drawing')}</legend>
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          label={t('newLabel')}
          description={t('newLabelNote', { limit: DRAWING_LIMITS.nodes })}
          value={label}
          maxLength={DIAGRAM_LIMITS.label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <Button variant="default" disabled={isFull || !label.trim()} onClick={add}>
          {t('addLabel')}
        </Button>
        <Button variant="default" disabled={past.length === 0} onClick={undo}>
          {redraw('undo')}
        </Button>
        <Segments
          label={redraw('view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'canvas', label: redraw('canvas') },
            { value: 'list', label: redraw('list') },
          ]}
        />
      </div>
      {view === 'canvas' ? (
        <>
          <RedrawCanvas sketch={sketch} textOf={textOf} draw={draw} empty={t('emptyCanvas')} />
          <p className={styles.quiet}>{redraw('canvasHint')}</p>
        </>
      ) : (
        <ArrowList labels={nodes} sketch={sketch} textOf={textOf} draw={draw} />
      )}
      <p className="sr-only" role="status">
        {spoken}
      </p>
    </fieldset>
  );
}

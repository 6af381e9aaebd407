'use client';

import { useHotkeys } from '@mantine/hooks';
import type { Label } from '@holdout/diagram';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useReducer, useState } from 'react';
import type { PolicyFragment } from '@/generated/graphql';
import { Block } from '@/ui/skeleton';
import { Segments } from '@/ui/segments';
import { ArrowList } from './arrow-list';
import { HandIn } from './hand-in';
import { LabelTray } from './label-tray';
import { RedrawTools } from './redraw-tools';
import type { Stroke } from './sketch';
import { startWith, strokesReducer } from './strokes';
import type { Stored } from './unsaved-sketch';
import { useSavingSketch } from './use-saving-sketch';
import { useSpokenStrokes } from './use-spoken-strokes';
import styles from './redraw-desk.module.css';

// The canvas brings a drawing library; only those who draw on it load it.
const RedrawCanvas = dynamic(() => import('./redraw-canvas').then((module) => module.RedrawCanvas), {
  ssr: false,
  loading: () => <Block height="min(36rem, 70vh)" />,
});

type View = 'canvas' | 'list';

interface Props {
  assignmentSlug: string;
  labels: readonly Label[];
  policy: PolicyFragment;
  integrityPolicy: string;
  viewerId: string;
  stored: Stored;
  canSubmit: boolean;
}

/** Where a diagram is redrawn: on a canvas or as a list, which show the same sketch. */
export function RedrawDesk(props: Props) {
  const { assignmentSlug, labels, policy, integrityPolicy, canSubmit } = props;
  const t = useTranslations('redraw');
  const [strokes, dispatch] = useReducer(strokesReducer, props.stored.sketch, startWith);
  const [view, setView] = useState<View>('canvas');
  const sketch = strokes.now;
  const textOf = useCallback(
    (key: string) => labels.find((each) => each.key === key)?.label ?? key,
    [labels],
  );
  const { spoken, speak } = useSpokenStrokes(textOf);
  const { saving, saveNow } = useSavingSketch(props, sketch, (drawn) =>
    dispatch({ type: 'restore', sketch: drawn }),
  );

  function draw(stroke: Stroke) {
    dispatch(stroke);
    speak(stroke);
  }
  const undo = () => dispatch({ type: 'undo' });
  const redo = () => dispatch({ type: 'redo' });
  useHotkeys([
    ['mod+Z', undo],
    ['mod+shift+Z', redo],
    ['mod+Y', redo],
  ]);

  return (
    <div className={styles.desk}>
      <div className={styles.bar}>
        <Segments
          label={t('view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'canvas', label: t('canvas') },
            { value: 'list', label: t('list') },
          ]}
        />
        <RedrawTools
          strokes={strokes}
          saving={saving}
          onUndo={undo}
          onRedo={redo}
          onClear={() => draw({ type: 'clear' })}
          onRetry={() => void saveNow()}
        />
      </div>
      <LabelTray labels={labels} sketch={sketch} draw={draw} />
      {view === 'canvas' ? (
        <>
          <RedrawCanvas sketch={sketch} textOf={textOf} draw={draw} />
          <p className={styles.hint}>{t('canvasHint')}</p>
        </>
      ) : (
        <ArrowList labels={labels} sketch={sketch} textOf={textOf} draw={draw} />
      )}
      <p className="sr-only" role="status">
        {spoken}
      </p>
      {canSubmit && (
        <HandIn
          assignmentSlug={assignmentSlug}
          sketch={sketch}
          policy={policy}
          integrityPolicy={integrityPolicy}
        />
      )}
    </div>
  );
}

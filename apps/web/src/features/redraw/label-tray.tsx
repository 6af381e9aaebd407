'use client';

import type { Label } from '@holdout/diagram';
import { useTranslations } from 'next-intl';
import { hasNode, type Sketch, type Stroke } from './sketch';
import styles from './label-tray.module.css';

export const LABEL_DRAG_TYPE = 'application/x-holdout-label';

interface Props {
  labels: readonly Label[];
  sketch: Sketch;
  draw: (stroke: Stroke) => void;
}

/** The labels on offer: pressed once they are placed. Press, or drag one onto the canvas. */
export function LabelTray({ labels, sketch, draw }: Props) {
  const t = useTranslations('redraw');
  return (
    <fieldset className={styles.tray}>
      <legend>{t('labels', { placed: sketch.nodes.length, count: labels.length })}</legend>
      <ul>
        {labels.map(({ key, label }) => {
          const isPlaced = hasNode(sketch, key);
          return (
            <li key={key}>
              <button
                type="button"
                className={styles.label}
                aria-pressed={isPlaced}
                draggable={!isPlaced}
                onDragStart={(event) => {
                  event.dataTransfer.setData(LABEL_DRAG_TYPE, key);
                  event.dataTransfer.effectAllowed = 'move';
                }}
                onClick={() =>
                  draw(isPlaced ? { type: 'remove', nodes: [key], edges: [] } : { type: 'place', key })
                }
              >
                {label}
              </button>
            </li>
          );
        })}
      </ul>
      <p>{t('trayHint')}</p>
    </fieldset>
  );
}

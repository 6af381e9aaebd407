import { afterStroke, type Sketch, type Stroke } from './sketch';

/** The past, the present, and what was undone. */
export interface Strokes {
  readonly past: readonly Sketch[];
  readonly now: Sketch;
  readonly future: readonly Sketch[];
}

export type StrokeAction = Stroke | { type: 'undo' } | { type: 'redo' } | { type: 'restore'; sketch: Sketch };

const MOST = 200;

export const startWith = (now: Sketch): Strokes => ({ past: [], now, future: [] });

/** A stroke that changes nothing is no step of its own. A new stroke forgets what was taken back. */
export function strokesReducer(strokes: Strokes, action: StrokeAction): Strokes {
  const { past, now, future } = strokes;
  if (action.type === 'undo') {
    const before = past.at(-1);
    return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : strokes;
  }
  if (action.type === 'redo') {
    const [after, ...rest] = future;
    return after ? { past: [...past, now], now: after, future: rest } : strokes;
  }
  const next = action.type === 'restore' ? action.sketch : afterStroke(now, action);
  return next === now ? strokes : { past: [...past, now].slice(-MOST), now: next, future: [] };
}

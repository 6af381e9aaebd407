import type { Label } from '@holdout/diagram';
import type { Sketch } from './sketch';

/** What the server has: as of when, and what it is. */
export interface Stored {
  savedAt: string | null;
  sketch: Sketch;
}

interface Unsaved {
  /** When the server's was kept that this was drawn on. */
  basis: string | null;
  now: Sketch;
  /** Sketches sent since then, which may have arrived. */
  sent: Sketch[];
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Only the newest of these may still arrive late. */
const MOST_SENT = 5;

/**
 * Keeps a drawing that is not known to be saved in this tab, because a reload may request the page before the last stroke
 * has reached the server.
 */
export class UnsavedSketch {
  private readonly key: string;

  constructor(
    private readonly shelf: Shelf,
    { viewerId, assignmentSlug }: { viewerId: string; assignmentSlug: string },
    private basis: string | null,
  ) {
    this.key = `holdout:drawing:${viewerId}:${assignmentSlug}`;
  }

  /** What this tab drew on top of the server's state; null if there is nothing, or if somebody has drawn elsewhere since. */
  over({ savedAt, sketch }: Stored, labels: readonly Label[]): Sketch | null {
    const unsaved = this.read();
    if (!unsaved) return null;
    const { basis, now, sent } = unsaved;
    const isOnTop = basis === savedAt || sent.some((each) => same(each, sketch));
    if (!isOnTop || same(now, sketch) || !isOf(now, labels)) {
      this.shelf.removeItem(this.key);
      return null;
    }
    return now;
  }

  drawn(now: Sketch): void {
    this.write({ basis: this.basis, now, sent: this.read()?.sent ?? [] });
  }

  sent(sketch: Sketch): void {
    const sent = this.read()?.sent ?? [];
    this.write({ basis: this.basis, now: sketch, sent: [...sent, sketch].slice(-MOST_SENT) });
  }

  kept(sketch: Sketch, savedAt: string): void {
    this.basis = savedAt;
    const unsaved = this.read();
    if (!unsaved) return;
    if (same(unsaved.now, sketch)) this.shelf.removeItem(this.key);
    else this.write({ ...unsaved, basis: savedAt });
  }

  private read(): Unsaved | null {
    try {
      return JSON.parse(this.shelf.getItem(this.key) ?? 'null') as Unsaved | null;
    } catch {
      return null; // a browser that keeps nothing
    }
  }

  private write(unsaved: Unsaved): void {
    try {
      this.shelf.setItem(this.key, JSON.stringify(unsaved));
    } catch {
      // A browser that keeps nothing: what is sent when the page is left has to do.
    }
  }
}

const same = (one: Sketch, other: Sketch): boolean => JSON.stringify(one) === JSON.stringify(other);

function isOf({ nodes }: Sketch, labels: readonly Label[]): boolean {
  return nodes.every(({ key }) => labels.some((label) => label.key === key));
}

import type { Sketch } from './sketch';
import { UnsavedSketch } from './unsaved-sketch';

const LABELS = ['frame', 'train', 'deploy'].map((key) => ({ key, label: key }));
const SHEET = { viewerId: 'ada', assignmentSlug: 'loop' };
const sketchOf = (...keys: string[]): Sketch => ({
  nodes: keys.map((key, index) => ({ key, x: index * 10, y: 0 })),
  edges: [],
});
const [nothing, one, two] = [sketchOf(), sketchOf('frame'), sketchOf('frame', 'train')];

function shelf() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('what is drawn and not known to be kept', () => {
  it('comes back where the page was read before it arrived', () => {
    const tab = shelf();
    new UnsavedSketch(tab, SHEET, null).drawn(one);
    expect(new UnsavedSketch(tab, SHEET, null).over({ savedAt: null, sketch: nothing }, LABELS)).toEqual(one);
  });

  it('comes back over an earlier change that arrived late', () => {
    const tab = shelf();
    const before = new UnsavedSketch(tab, SHEET, null);
    before.drawn(one);
    before.sent(one);
    before.drawn(two);
    expect(new UnsavedSketch(tab, SHEET, 't1').over({ savedAt: 't1', sketch: one }, LABELS)).toEqual(two);
  });

  it('is forgotten once it is kept, and no earlier', () => {
    const tab = shelf();
    const desk = new UnsavedSketch(tab, SHEET, null);
    desk.drawn(two);
    desk.kept(one, 't1');
    expect(new UnsavedSketch(tab, SHEET, 't1').over({ savedAt: 't1', sketch: one }, LABELS)).toEqual(two);
    desk.kept(two, 't2');
    expect(new UnsavedSketch(tab, SHEET, 't1').over({ savedAt: 't1', sketch: one }, LABELS)).toBeNull();
  });

  it('gives way to what was drawn elsewhere since', () => {
    const tab = shelf();
    new UnsavedSketch(tab, SHEET, 't1').drawn(two);
    const elsewhere = { savedAt: 't2', sketch: sketchOf('deploy') };
    expect(new UnsavedSketch(tab, SHEET, 't2').over(elsewhere, LABELS)).toBeNull();
    expect(new UnsavedSketch(tab, SHEET, 't1').over({ savedAt: 't1', sketch: one }, LABELS)).toBeNull();
  });

  it('is nobody else’s, and of labels that are still there', () => {
    const tab = shelf();
    new UnsavedSketch(tab, SHEET, null).drawn(two);
    const stored = { savedAt: null, sketch: nothing };
    const other = new UnsavedSketch(tab, { ...SHEET, viewerId: 'bob' }, null);
    expect(other.over(stored, LABELS)).toBeNull();
    expect(new UnsavedSketch(tab, SHEET, null).over(stored, LABELS.slice(0, 1))).toBeNull();
  });

  it('asks nothing of a browser that keeps nothing', () => {
    const refuse = () => {
      throw new Error('SecurityError');
    };
    const desk = new UnsavedSketch({ getItem: refuse, setItem: refuse, removeItem: refuse }, SHEET, null);
    desk.drawn(one);
    expect(desk.over({ savedAt: null, sketch: nothing }, LABELS)).toBeNull();
  });
});

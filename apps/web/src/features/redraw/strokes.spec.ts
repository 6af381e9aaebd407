import fc from 'fast-check';
import { readDrawing } from '@holdout/diagram';
import { EMPTY, afterStroke, type Sketch, type Stroke } from './sketch';
import { startWith, strokesReducer, type StrokeAction } from './strokes';

const KEYS = ['frame', 'train', 'deploy'];
const LABELS = KEYS.map((key) => ({ key, label: key.toUpperCase() }));
const key = fc.constantFrom(...KEYS);
const edge = fc.record({ from: key, to: key });
const place = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const stroke: fc.Arbitrary<Stroke> = fc.oneof(
  fc.record({ type: fc.constant('place' as const), key }),
  fc.record({ type: fc.constant('connect' as const), from: key, to: key }),
  fc.record({ type: fc.constant('turn' as const), edge }),
  fc.record({
    type: fc.constant('move' as const),
    places: fc.array(fc.tuple(key, place).map(([k, at]) => ({ key: k, ...at }))),
  }),
  fc.record({
    type: fc.constant('remove' as const),
    nodes: fc.array(key, { maxLength: 1 }),
    edges: fc.array(edge, { maxLength: 1 }),
  }),
  fc.constant({ type: 'clear' as const }),
);
const draw = (...strokes: Stroke[]): Sketch => strokes.reduce(afterStroke, EMPTY);

describe('a sketch', () => {
  it('is a drawing that can be handed in, whatever strokes made it', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 40 }), (strokes) => {
        const { nodes, edges } = draw(...strokes);
        expect(readDrawing({ nodes: nodes.map((node) => node.key), edges }, LABELS).rejection).toBeNull();
      }),
    );
  });

  it('places labels apart from each other', () => {
    const { nodes } = draw(...KEYS.map((each): Stroke => ({ type: 'place', key: each })));
    expect(new Set(nodes.map(({ x, y }) => `${x},${y}`)).size).toBe(3);
  });

  it('places a label that an arrow needs', () => {
    expect(draw({ type: 'connect', from: 'frame', to: 'train' }).nodes.map((node) => node.key)).toEqual([
      'frame',
      'train',
    ]);
  });

  it('turns an arrow around, but not onto another', () => {
    const there = { from: 'frame', to: 'train' };
    const back = { from: 'train', to: 'frame' };
    const one = draw({ type: 'connect', ...there }, { type: 'turn', edge: there });
    expect(one.edges).toEqual([back]);
    const both = draw(
      { type: 'connect', ...there },
      { type: 'connect', ...back },
      { type: 'turn', edge: there },
    );
    expect(both.edges).toEqual([there, back]);
  });

  it('loses the arrows of a label that is taken away', () => {
    const sketch = draw(
      { type: 'connect', from: 'frame', to: 'train' },
      { type: 'remove', nodes: ['train'], edges: [] },
    );
    expect(sketch).toMatchObject({ nodes: [{ key: 'frame' }], edges: [] });
  });
});

describe('undo and redo', () => {
  const after = (actions: readonly StrokeAction[]) => actions.reduce(strokesReducer, startWith(EMPTY));

  it('take back every stroke and bring every one again', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 30 }), (strokes) => {
        const drawn = after(strokes);
        const steps = drawn.past.length;
        const undone = [...Array<StrokeAction>(steps).fill({ type: 'undo' })].reduce(strokesReducer, drawn);
        expect(undone.now).toBe(EMPTY);
        const redone = [...Array<StrokeAction>(steps).fill({ type: 'redo' })].reduce(strokesReducer, undone);
        expect(redone.now).toBe(drawn.now);
      }),
    );
  });

  it('do nothing where there is nothing to take back or to bring again', () => {
    expect(after([{ type: 'undo' }, { type: 'redo' }])).toEqual(startWith(EMPTY));
  });

  it('forget what was taken back once something new is drawn', () => {
    const { now, future } = after([
      { type: 'place', key: 'frame' },
      { type: 'undo' },
      { type: 'place', key: 'train' },
    ]);
    expect([now.nodes.map((node) => node.key), future]).toEqual([['train'], []]);
  });

  it('count no stroke that changed nothing', () => {
    expect(
      after([
        { type: 'place', key: 'frame' },
        { type: 'place', key: 'frame' },
      ]).past,
    ).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { problemsOfKey, type DiagramKey } from './diagram-key.js';
import { canonicalDrawing, DRAWING_LIMITS, readDrawing } from './drawing.js';

const LABELS = ['frame', 'train', 'deploy'].map((key) => ({ key, label: key.toUpperCase() }));
const edge = (from: string, to: string) => ({ from, to });

describe('a drawing by a stranger', () => {
  it.each<[string, unknown, string, string]>([
    ['text', 'frame -> train', 'DRAWING_MALFORMED', ''],
    ['nothing', null, 'DRAWING_MALFORMED', ''],
    ['no arrows', { nodes: ['frame'] }, 'DRAWING_MALFORMED', 'edges'],
    [
      'an arrow without an end',
      { nodes: ['frame'], edges: [{ from: 'frame' }] },
      'DRAWING_MALFORMED',
      'edges.0.to',
    ],
    ['a label of another diagram', { nodes: ['frame', 'sell'], edges: [] }, 'UNKNOWN_LABEL', 'nodes.1'],
    ['a label twice', { nodes: ['frame', 'frame'], edges: [] }, 'DUPLICATE_NODE', 'nodes.1'],
    [
      'an arrow twice',
      { nodes: ['frame', 'train'], edges: [edge('frame', 'train'), edge('frame', 'train')] },
      'DUPLICATE_EDGE',
      'edges.1',
    ],
    ['an arrow to itself', { nodes: ['frame'], edges: [edge('frame', 'frame')] }, 'SELF_LOOP', 'edges.0'],
    [
      'an arrow to a label that was not placed',
      { nodes: ['frame'], edges: [edge('frame', 'train')] },
      'NODE_NOT_PLACED',
      'edges.0.to',
    ],
    ['a flood of labels', { nodes: Array(25).fill('frame'), edges: [] }, 'TOO_MANY_NODES', 'nodes'],
    [
      'a flood of arrows',
      { nodes: ['frame'], edges: Array(DRAWING_LIMITS.edges + 1).fill(edge('a', 'b')) },
      'TOO_MANY_EDGES',
      'edges',
    ],
  ])('is refused with %s', (_name, value, code, place) => {
    const { drawing, rejection } = readDrawing(value, LABELS);
    expect(drawing).toBeNull();
    expect(rejection).toMatchObject({ code, place });
  });

  it('never has its own text repeated beyond what a key may hold', () => {
    const { rejection } = readDrawing({ nodes: ['<b>\u202e"frame"'], edges: [] }, LABELS);
    expect(rejection?.message).toContain('"?b???frame?"');
  });

  it('is read or refused, whatever its value, without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { drawing, rejection } = readDrawing(value, LABELS);
        expect(drawing === null).toBe(rejection !== null);
      }),
    );
  });

  it('has the same canonical form in whatever order it was drawn', () => {
    const edges = [edge('train', 'deploy'), edge('frame', 'train')];
    expect(canonicalDrawing({ nodes: ['train', 'frame', 'deploy'], edges })).toEqual({
      nodes: ['deploy', 'frame', 'train'],
      edges: edges.toReversed(),
    });
  });
});

describe('a key', () => {
  const key: DiagramKey = {
    schema: 'holdout.diagram-key/1',
    nodes: ['frame', 'train'],
    edges: [edge('frame', 'train')],
    tolerated: [],
  };

  it('is whole when its nodes are offered and its arrows join them', () => {
    expect(problemsOfKey(key, LABELS)).toEqual([]);
  });

  it('says each thing that is wrong with it', () => {
    const torn = {
      ...key,
      nodes: ['frame', 'train', 'sell'],
      tolerated: [edge('frame', 'train'), edge('train', 'fly')],
    };
    expect(problemsOfKey(torn, [...LABELS, { key: 'frame', label: 'Frame' }])).toEqual([
      'the label "frame" is offered twice',
      'the key has the arrow frame>train twice',
      'the key needs "sell", which is not offered',
      'no arrow of the key touches "sell"',
      'the arrow train>fly leaves the key',
    ]);
  });
});

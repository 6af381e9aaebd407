import type { DrawingGrade, Edge, Label, Loop } from '@holdout/diagram';
import type { DiagramFeedback, FindingResult } from '@holdout/domain';

/** The findings about a graded drawing, in sentences. Only with KEY do they name anything that the student did not draw. */
export function findingsOf(
  { nodes, edges, loops }: DrawingGrade,
  feedback: DiagramFeedback,
  labels: readonly Label[],
): FindingResult[] {
  const say = wordsFor(labels);
  const isNamed = feedback !== 'COUNTS';
  const isKeyShown = feedback === 'KEY';
  const list = <T>(items: readonly T[], words: (item: T) => string, isShown: boolean): string =>
    isShown ? `${items.length}: ${items.map(words).join(', ')}` : `${items.length}`;
  const entries: [string, FindingResult['severity'], readonly unknown[], () => string][] = [
    [
      'labels-missing',
      'WARNING',
      nodes.missing,
      () => `Labels missing: ${list(nodes.missing, say.node, isKeyShown)}.`,
    ],
    [
      'labels-extra',
      'WARNING',
      nodes.extra,
      () =>
        `Labels that do not belong: ${list(nodes.extra, say.node, isNamed)}. Each takes one right label away.`,
    ],
    [
      'labels-loose',
      'WARNING',
      nodes.loose,
      () =>
        `Labels that belong, but not as connected: ${list(nodes.loose, say.node, isNamed)}. Most arrows at a label must be right.`,
    ],
    [
      'arrows-missing',
      'WARNING',
      edges.missing,
      () => `Arrows missing: ${list(edges.missing, say.edge, isKeyShown)}.`,
    ],
    [
      'arrows-reversed',
      'WARNING',
      edges.reversed,
      () => `Arrows that point the wrong way: ${list(edges.reversed, say.edge, isNamed)}.`,
    ],
    [
      'arrows-extra',
      'WARNING',
      edges.extra,
      () =>
        `Arrows that do not belong: ${list(edges.extra, say.edge, isNamed)}. Each takes one right arrow away.`,
    ],
    [
      'loops-open',
      'WARNING',
      loops.open,
      () => `Loops not closed: ${list(loops.open, say.loop, isKeyShown)}.`,
    ],
    [
      'loops-extra',
      'WARNING',
      loops.extra,
      () =>
        `Loops that do not belong, ${list(loops.extra, say.loop, isNamed)}. Each takes one right loop away.`,
    ],
    [
      'arrows-tolerated',
      'INFO',
      edges.tolerated,
      () =>
        `True, but not asked for, so neither earned nor cost: ${list(edges.tolerated, say.edge, isNamed)}.`,
    ],
  ];
  return entries
    .filter(([, , items]) => items.length > 0)
    .map(([key, severity, , words]) => ({ key, severity, message: cut(words()) }));
}

/** Labels as students read them. */
function wordsFor(labels: readonly Label[]) {
  const texts = new Map(labels.map(({ key, label }) => [key, label]));
  const node = (key: string): string => texts.get(key) ?? key;
  const edge = ({ from, to }: Edge): string => `${node(from)} → ${node(to)}`;
  const loop = (keys: Loop): string => [...keys, keys[0] ?? ''].map(node).join(' → ');
  return { node, edge, loop };
}

const MOST = 1900;
const cut = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)} …` : text);

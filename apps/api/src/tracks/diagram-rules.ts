import { DRAWING_LIMITS, nodeKey, problemsOfKey, type DiagramKey } from '@holdout/diagram';
import { BadUserInputError, DIAGRAM_LIMITS as MAX, type DiagramText } from '@holdout/domain';
import { checkedText } from '../graphql/checked-text.js';

/**
 * Checks a drawn diagram and trims its texts. A draft may be incomplete but must be consistent; what students see
 * must be complete.
 * @throws BadUserInputError
 */
export function checkedDiagramText(text: DiagramText, { isComplete = false } = {}): DiagramText {
  const { nodes, edges, distractors, stageSlug } = text;
  if (nodes.length + distractors.length > DRAWING_LIMITS.nodes)
    throw new BadUserInputError(
      `A diagram has ${DRAWING_LIMITS.nodes} labels at most, those that do not belong among them.`,
      { field: 'nodes', limit: DRAWING_LIMITS.nodes },
    );
  if (edges.length > DRAWING_LIMITS.edges)
    throw new BadUserInputError(`A diagram has ${DRAWING_LIMITS.edges} arrows at most.`, {
      field: 'edges',
      limit: DRAWING_LIMITS.edges,
    });
  const checked: DiagramText = {
    stageSlug,
    title: checkedDiagramTitle(text.title),
    summary: checkedText(text.summary, {
      field: 'summary',
      least: isComplete ? 1 : 0,
      limit: MAX.summary,
      message: `Say in ${isComplete ? 1 : 0} to ${MAX.summary} characters what the diagram shows.`,
    }),
    nodes: nodes.map(({ key, label, hint, x, y }, index) => ({
      key: checkedKey(key, `nodes.${index}.key`),
      x,
      y,
      label: checkedLabel(label, `nodes.${index}.label`),
      hint: checkedText(hint, {
        field: `nodes.${index}.hint`,
        limit: MAX.hint,
        message: `Say in ${MAX.hint} characters at most what "${label}" means.`,
      }),
    })),
    edges: edges.map(({ from, to, label }, index) => ({
      from,
      to,
      label:
        checkedText(label ?? '', {
          field: `edges.${index}.label`,
          limit: MAX.edgeLabel,
          message: `The label of an arrow has ${MAX.edgeLabel} characters at most.`,
        }) || null,
    })),
    distractors: distractors.map(({ key, label }, index) => ({
      key: checkedKey(key, `distractors.${index}.key`),
      label: checkedLabel(label, `distractors.${index}.label`),
    })),
  };
  const problems = problemsOf(checked).filter((problem) => isComplete || !problem.startsWith('no arrow'));
  if (problems.length > 0)
    throw new BadUserInputError(`The diagram is not consistent: ${problems.join('; ')}.`, {
      field: 'nodes',
    });
  if (isComplete && (nodes.length < 2 || edges.length === 0))
    throw new BadUserInputError('A diagram needs at least two labels and an arrow between them.', {
      field: 'edges',
    });
  return checked;
}

/** @throws BadUserInputError */
export function checkedDiagramTitle(title: string): string {
  return checkedText(title, {
    field: 'title',
    least: 1,
    limit: MAX.title,
    message: `Give the diagram a title of 1 to ${MAX.title} characters.`,
  });
}

/** The solution: the graph that students have to draw. */
export const keyOf = ({ nodes, edges }: DiagramText): DiagramKey => ({
  schema: 'holdout.diagram-key/1',
  nodes: nodes.map(({ key }) => key),
  edges: edges.map(({ from, to }) => ({ from, to })),
  tolerated: [],
});

/** All labels that students can choose from, sorted alphabetically so that their order reveals nothing. */
export const labelsOf = ({ nodes, distractors }: DiagramText) =>
  [...nodes, ...distractors]
    .map(({ key, label }) => ({ key, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

const problemsOf = (text: DiagramText): string[] => problemsOfKey(keyOf(text), labelsOf(text));

const checkedLabel = (label: string, field: string): string =>
  checkedText(label, {
    field,
    least: 1,
    limit: MAX.label,
    message: `A label has 1 to ${MAX.label} characters.`,
  });

function checkedKey(key: string, field: string): string {
  if (!nodeKey.safeParse(key).success)
    throw new BadUserInputError(`"${key.slice(0, 60)}" names no label: small letters, digits and dashes.`, {
      field,
      limit: MAX.key,
    });
  return key;
}

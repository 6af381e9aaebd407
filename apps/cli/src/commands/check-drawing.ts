import { loopsOf, type Drawing, type Label } from '@holdout/diagram';
import type { CommandContext } from '../command-context.js';
import { LOCAL_KIND } from '../local/grade-locally.js';
import type { Kit } from '../local/kit.js';
import { EXIT, type ExitCode } from '../output/exit-code.js';
import { jsonResult } from '../output/json-result.js';
import { checkedDrawing, type DrawingFile } from '../project/drawing-file.js';
import { labelsOf } from './drawing-labels.js';

const MOST_LOOPS = 99;

/** All that can be said of a drawing without its key: that it is one, and how much is in it. */
export function checkDrawing({ screen }: CommandContext, file: DrawingFile, kit: Kit): ExitCode {
  const { slug } = kit.definition;
  const labels = labelsOf(kit);
  const message = summaryOf(checkedDrawing(file, slug, labels), labels);
  if (screen.isJson) {
    screen.json(jsonResult({ kind: LOCAL_KIND, message }));
    return EXIT.OK;
  }
  screen.say(message);
  screen.say('Whether its arrows are right is not known here: the key never leaves the server.');
  screen.say(`Next: holdout submit --assignment ${slug} --wait compares it with the key.`);
  return EXIT.OK;
}

function summaryOf({ nodes, edges }: Drawing, labels: readonly Label[]): string {
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const loose = nodes.filter((node) => !touched.has(node));
  const texts = new Map(labels.map(({ key, label }) => [key, label]));
  const connected =
    loose.length === 0
      ? ''
      : ` No arrow touches ${loose.map((node) => `"${texts.get(node) ?? node}"`).join(', ')}: such labels earn nothing.`;
  return `The drawing is well formed: ${nodes.length} of ${labels.length} labels placed, ${edges.length} arrows, ${loopCount(edges)} loops.${connected}`;
}

function loopCount(edges: Drawing['edges']): string {
  let loops = 0;
  for (const _loop of loopsOf(edges)) if (++loops > MOST_LOOPS) return `more than ${MOST_LOOPS}`;
  return `${loops}`;
}

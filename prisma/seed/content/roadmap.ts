import { diagrams } from './diagrams.ts';
import { stages } from './stages.ts';

/** The initial roadmap of every demo organization. Its lessons are in this folder, one Markdown file each. */
export const roadmap = {
  slug: 'ml-engineer',
  title: 'ML engineer',
  summary:
    'From a question and a messy table to a model that serves, is watched and can be taken back. Six stages, each closed by work that is run and scored on data you have not seen.',
  stages,
  diagrams,
} as const;

import type { RoadmapContent } from '@holdout/db';
import { SKILLS } from '@holdout/domain';
import { z } from 'zod';
import { readLessons } from './content/lessons.ts';
import { roadmap } from './content/roadmap.ts';

const skills = z.array(z.enum(SKILLS));

/** The roadmap with its lessons. */
export function wholeRoadmap(): RoadmapContent {
  const lessons = readLessons(new URL('./content/lessons/', import.meta.url));
  const stages = roadmap.stages.map((stage) => ({ ...stage, skills: skills.parse(stage.skills) }));
  return { ...roadmap, stages, lessons };
}

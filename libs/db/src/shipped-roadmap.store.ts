import type { Tx } from './database.js';
import type { RoadmapContent } from './roadmap.store.js';

type Words = Omit<RoadmapContent['stages'][number], 'slug' | 'position'>;
type Drawn = Omit<RoadmapContent['diagrams'][number], 'slug' | 'position'>;

/**
 * The roadmap that came with the platform, as stored in an organization: of each stage, lesson and diagram the newest
 * version that nobody there wrote. What people there wrote is left out.
 */
export async function shippedRoadmap(tx: Tx): Promise<RoadmapContent | null> {
  const shipped = {
    where: { publishedBy: null },
    orderBy: { version: 'desc' as const },
    take: 1,
  };
  const track = await tx.track.findFirst({
    orderBy: { createdAt: 'asc' },
    include: {
      stages: {
        orderBy: { position: 'asc' },
        include: {
          versions: shipped,
          lessons: { orderBy: { position: 'asc' }, include: { versions: shipped } },
        },
      },
      diagrams: { orderBy: { position: 'asc' }, include: { versions: shipped } },
    },
  });
  if (!track) return null;
  const { slug, title, summary } = track;
  return {
    slug,
    title,
    summary,
    stages: track.stages.flatMap(({ slug, position, versions: [newest] }) =>
      newest ? [{ ...(newest.content as unknown as Words), slug, position }] : [],
    ),
    lessons: track.stages.flatMap((stage) =>
      stage.versions.length === 0
        ? []
        : stage.lessons.flatMap(({ slug, versions: [newest] }) =>
            newest ? [{ ...textOf(newest), slug, stageSlug: stage.slug }] : [],
          ),
    ),
    diagrams: track.diagrams.flatMap(({ slug, position, versions: [newest] }) =>
      newest ? [{ ...drawn(newest.content as unknown as Drawn), slug, position }] : [],
    ),
  };
}

const textOf = ({
  title,
  summary,
  body,
  minutes,
}: {
  title: string;
  summary: string;
  body: string;
  minutes: number;
}) => ({ title, summary, body, minutes });

/** Only the original fields, without those that later versions of the platform added. */
const drawn = ({ title, summary, nodes, edges }: Drawn): Drawn => ({ title, summary, nodes, edges });

import { redirect } from 'next/navigation';
import { NoTrack } from '@/features/roadmap/no-track';
import { Roadmap } from '@/features/roadmap/roadmap';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { RoadmapDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';

export const generateMetadata = () => titled('roadmap');

export default async function HomePage() {
  const viewer = await readViewer();
  const roles = viewer ? rolesIn(viewer) : [];
  if (roles.length === 0) return <NoTrack isOperator={viewer?.isOperator ?? false} />;
  if (roles.every((role) => role === 'HIRING_MANAGER')) redirect('/candidates');
  const { track } = await load(RoadmapDocument, {});
  return <Roadmap track={track} roles={roles} />;
}

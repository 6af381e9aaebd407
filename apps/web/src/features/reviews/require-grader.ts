import { forbidden } from 'next/navigation';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';

/** Stops everyone who does not grade here. `isLead`: may also decide how is graded. */
export async function requireGrader(): Promise<{ isLead: boolean }> {
  const viewer = await readViewer();
  const roles = viewer ? rolesIn(viewer) : [];
  const isLead = roles.includes('INSTRUCTOR');
  if (!isLead && !roles.includes('TEACHING_ASSISTANT')) forbidden();
  return { isLead };
}

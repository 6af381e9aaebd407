import { forbidden } from 'next/navigation';
import { readViewer, rolesIn, type Viewer } from '@/features/viewer/read-viewer';

export function isAuthor(viewer: Viewer): boolean {
  return rolesIn(viewer).some((role) => role === 'INSTRUCTOR' || role === 'ADMIN');
}

/** Stops everyone who brings no assignments here. */
export async function requireAuthor(): Promise<void> {
  const viewer = await readViewer();
  if (!viewer || !isAuthor(viewer)) forbidden();
}

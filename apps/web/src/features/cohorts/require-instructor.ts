import { forbidden } from 'next/navigation';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';

/** Stops everyone who does not plan cohorts here. */
export async function requireInstructor(): Promise<void> {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('INSTRUCTOR')) forbidden();
}

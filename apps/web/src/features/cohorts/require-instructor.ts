import { forbidden } from 'next/navigation';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';

export async function isInstructor(): Promise<boolean> {
  const viewer = await readViewer();
  return viewer !== null && rolesIn(viewer).includes('INSTRUCTOR');
}

/** Stops everyone who does not plan cohorts here. */
export async function requireInstructor(): Promise<void> {
  if (!(await isInstructor())) forbidden();
}

import { forbidden } from 'next/navigation';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';

/** Shows everyone else the page that says so. */
export async function requireHiringManager(): Promise<void> {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('HIRING_MANAGER')) forbidden();
}

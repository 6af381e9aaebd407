import { forbidden } from 'next/navigation';
import { AuditLog } from '@/features/audit/audit-log';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { withMessages } from '@/i18n/with-messages';
import { titled } from '@/lib/title';

export const generateMetadata = () => titled('audit');

async function Page({ searchParams }: PageProps<'/audit'>) {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  return <AuditLog of="organization" given={await searchParams} />;
}

export default withMessages(['audit', 'ui'], Page);

import { forbidden } from 'next/navigation';
import { AuditLog } from '@/features/audit/audit-log';
import { readViewer } from '@/features/viewer/read-viewer';
import { withMessages } from '@/i18n/with-messages';
import { titled } from '@/lib/title';

export const generateMetadata = () => titled('deploymentLog');

async function Page({ searchParams }: PageProps<'/fleet/log'>) {
  const viewer = await readViewer();
  if (!viewer?.isOperator) forbidden();
  return <AuditLog of="deployment" given={await searchParams} />;
}

export default withMessages(['audit', 'ui'], Page);

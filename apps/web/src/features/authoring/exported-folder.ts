import { ExportFolderDocument, FolderExportDocument } from '@/generated/graphql';
import { mutate, query } from '@/lib/apollo/ask';
import { saveBlob } from '@/ui/save';
import { boxKeys } from './open-box';

const LOOK_MS = 500;

/** Has an assignment put together as a folder, opens it, and hands it to the reader; answers its size. @throws Error with what to do */
export async function exportedFolder(assignmentSlug: string): Promise<number> {
  const keys = await boxKeys();
  const input = { assignmentSlug, version: null, recipientKey: keys.publicKey };
  const { data } = await mutate(ExportFolderDocument, { variables: { input } });
  const id = data?.exportAssignment.id ?? '';
  const senderKey = await whenReady(id);
  const answer = await fetch(`/files/export/${id}`);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  const folder = await keys.open(senderKey, await answer.arrayBuffer());
  saveBlob(`${assignmentSlug}.tar.gz`, new Blob([folder], { type: 'application/gzip' }));
  return folder.byteLength;
}

async function whenReady(id: string): Promise<string> {
  for (;;) {
    const { data } = await query(FolderExportDocument, { variables: { id } });
    const found = data?.assignmentExport;
    if (found?.status === 'READY' && found.senderKey) return found.senderKey;
    if (found?.status === 'FAILED') throw new Error(found.error ?? undefined);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

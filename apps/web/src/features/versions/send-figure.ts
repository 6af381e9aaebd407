import { answerMessage } from '@/lib/answer-message';
import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';

/** Uploads a picture and answers its id. @throws Error that says why it was not taken */
export async function sendFigure(file: File): Promise<string> {
  const organization = organizationIn(document.cookie);
  const response = await fetch('/files/figures', {
    method: 'POST',
    headers: {
      'content-type': file.type || 'application/octet-stream',
      'x-holdout-csrf': '1',
      ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}),
    },
    body: file,
  });
  if (!response.ok) throw new Error(answerMessage(await response.text()));
  return ((await response.json()) as { id: string }).id;
}

import { answerMessage } from '@/lib/answer-message';
import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';

/** Uploads a picture to the viewer's organization. @throws Error that says why it was not taken; TypeError where nothing was reached */
export async function sendPicture(address: '/files/figures' | '/files/logos', file: File): Promise<Response> {
  const organization = organizationIn(document.cookie);
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': file.type || 'application/octet-stream',
      'x-holdout-csrf': '1',
      ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}),
    },
    body: file,
  });
  if (!response.ok) throw new Error(answerMessage(await response.text()));
  return response;
}

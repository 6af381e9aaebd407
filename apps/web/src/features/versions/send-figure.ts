import { sendPicture } from '@/lib/send-picture';

/** Uploads a picture and answers its id. @throws Error that says why it was not taken */
export async function sendFigure(file: File): Promise<string> {
  const response = await sendPicture('/files/figures', file);
  return ((await response.json()) as { id: string }).id;
}

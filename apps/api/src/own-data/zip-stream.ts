import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive: opened only when its turn comes. */
export interface ArchiveEntry {
  name: string;
  open: () => Promise<Readable>;
}

/** A zip that is made while it is sent. It breaks off when an entry cannot be read. */
export function zipStream(entries: Iterable<ArchiveEntry>): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const broken = (error: unknown) => zip.outputStream.emit('error', error);
  zip.on('error', broken);
  for (const { name, open } of entries) {
    zip.addReadStreamLazy(name, (take) => {
      open().then((content) => {
        content.on('error', broken);
        take(null, content);
      }, broken);
    });
  }
  zip.end();
  return zip.outputStream;
}

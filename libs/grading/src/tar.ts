import { extract, pack } from 'tar-stream';

/** Files of a tar that the platform made, by path. Never used on a student's archive: those are opened in a container. */
export type TarFiles = ReadonlyMap<string, Buffer>;

/** @throws Error when the bytes are no tar */
export async function readTar(bytes: Buffer): Promise<TarFiles> {
  const files = new Map<string, Buffer>();
  const reader = extract();
  reader.end(bytes);
  for await (const entry of reader) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    if (entry.header.type === 'file') files.set(entry.header.name.replace(/^\.\//, ''), Buffer.concat(parts));
  }
  return files;
}

/** The same files give the same bytes: sorted, without times and owners. */
export async function writeTar(files: TarFiles): Promise<Buffer> {
  const writer = pack();
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    writer.entry({ name, mode: 0o644, mtime: new Date(0) }, content);
  }
  writer.finalize();
  const parts: Buffer[] = [];
  for await (const part of writer) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The assignment that an upload is for, or all that is said of its file. */
export type About = string | Readonly<Record<string, string>>;

/** `Upload-Metadata` of the tus protocol. */
export function uploadMetadata(about: About): string {
  const said = typeof about === 'string' ? { filename: 'project.tar.gz', assignment: about } : about;
  return Object.entries(said)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

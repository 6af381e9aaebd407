/** Where anyone verifies the credential that lies at `address`: a page of the site that issued it. */
export function verifyLink(address: string): string {
  return `${new URL(address).origin}/verify?url=${encodeURIComponent(address)}`;
}

/** The page of the issuing site on which anyone can verify the credential at `address`. */
export function verifyLink(address: string): string {
  return `${new URL(address).origin}/verify?url=${encodeURIComponent(address)}`;
}

import { verifyLink } from '@/features/credentials/verify-link';

interface Certification {
  title: string;
  issuerName: string;
  issuedAt: string;
  credentialAddress: string;
}

/** Where LinkedIn's form for a certification opens with everything filled in. */
export function addToProfileAddress({
  title,
  issuerName,
  issuedAt,
  credentialAddress,
}: Certification): string {
  const issued = new Date(issuedAt);
  const fields = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: issuerName,
    issueYear: String(issued.getUTCFullYear()),
    issueMonth: String(issued.getUTCMonth() + 1),
    certUrl: verifyLink(credentialAddress),
    certId: new URL(credentialAddress).pathname.split('/').at(-1) ?? '',
  });
  return `https://www.linkedin.com/profile/add?${fields.toString()}`;
}

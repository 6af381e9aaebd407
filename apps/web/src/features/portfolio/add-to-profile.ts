interface Certification {
  title: string;
  issuerName: string;
  issuedAt: string;
  address: string;
}

/** Where LinkedIn's form for a certification opens with everything filled in. */
export function addToProfileAddress({ title, issuerName, issuedAt, address }: Certification): string {
  const issued = new Date(issuedAt);
  const fields = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: issuerName,
    issueYear: String(issued.getUTCFullYear()),
    issueMonth: String(issued.getUTCMonth() + 1),
    certUrl: address,
    certId: address.split('/').at(-1) ?? '',
  });
  return `https://www.linkedin.com/profile/add?${fields.toString()}`;
}

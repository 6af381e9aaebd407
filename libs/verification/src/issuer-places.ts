import { didWebOf } from './did-web.js';

/** Where an organization publishes what verifiers ask for. */
export interface IssuerPlaces {
  did: string;
  /** The organization's page for people. */
  home: string;
  credential(id: string): string;
  receipt(digest: string): string;
  statusList(number: number): string;
  achievement(slug: string): string;
  image(slug: string): string;
}

const FOLDER = 'issuers';

/** @param publicUrl the address that browsers use; part of what is signed, so it should last */
export function issuerPlaces(publicUrl: string, organizationSlug: string): IssuerPlaces {
  const home = new URL(`/${FOLDER}/${organizationSlug}`, publicUrl).href;
  return {
    did: didWebOf(publicUrl, FOLDER, organizationSlug),
    home,
    credential: (id) => `${home}/credentials/${id}`,
    receipt: (digest) => `${home}/receipts/${digest}`,
    statusList: (number) => `${home}/status/${number}`,
    achievement: (slug) => `${home}/achievements/${slug}`,
    image: (slug) => `${home}/achievements/${slug}/image.svg`,
  };
}

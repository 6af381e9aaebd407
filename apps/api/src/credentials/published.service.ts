import { Inject, Injectable } from '@nestjs/common';
import {
  achievementShown,
  Database,
  evidenceEnvelope,
  publishedKeys,
  reproductionsOfResults,
  runOfEvidence,
  sharedCredential,
  statusListDocument,
  type Tx,
} from '@holdout/db';
import { NotFoundError, type ReproductionVerdict } from '@holdout/domain';
import { issuerDocumentOf, issuerPlaces, type IssuerPlaces } from '@holdout/verification';
import { API_CONFIG, type ApiConfig } from '../settings.js';

interface PublishedReproductions {
  reproductions: { verdict: ReproductionVerdict | null; at: string }[];
}

interface Publisher {
  id: string;
  slug: string;
  name: string;
  places: IssuerPlaces;
}

/** What an organization publishes for anyone who verifies. No sign-in is needed. */
@Injectable()
export class PublishedService {
  constructor(
    private readonly database: Database,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async profile(slug: string): Promise<object> {
    const { name, places } = await this.publisher(slug);
    return { id: places.did, type: ['Profile'], name, url: places.home };
  }

  /** The `did:web` document. @throws NotFoundError */
  async issuerDocument(slug: string): Promise<object> {
    const publisher = await this.publisher(slug);
    const keys = await this.inTenant(publisher, (tx) => publishedKeys(tx));
    return issuerDocumentOf(publisher.places.did, publisher.name, publisher.places.home, keys);
  }

  /** @throws NotFoundError */
  async statusList(slug: string, number: string): Promise<string> {
    const list = /^\d{1,6}$/.test(number) ? Number(number) : 0;
    const found = await this.inTenant(await this.publisher(slug), (tx) => statusListDocument(tx, list));
    if (!found) throw new NotFoundError('The status list');
    return found.document;
  }

  /** The file of a receipt: who knows its digest was given the credential that rests on it. @throws NotFoundError */
  async receipt(slug: string, digest: string): Promise<string> {
    const found = await this.inTenant(await this.publisher(slug), (tx) =>
      evidenceEnvelope(tx, checkedDigest(digest)),
    );
    if (found === null) throw new NotFoundError('The receipt');
    return found;
  }

  /** When the result that a receipt states was run again, and what came of it. Never who asked. @throws NotFoundError */
  async reproductions(slug: string, digest: string): Promise<PublishedReproductions> {
    return this.inTenant(await this.publisher(slug), async (tx) => {
      const runId = await runOfEvidence(tx, checkedDigest(digest));
      if (runId === null) throw new NotFoundError('The receipt');
      const ended = (await reproductionsOfResults(tx, [runId])).filter(({ verdict }) => verdict !== null);
      return { reproductions: ended.map(({ verdict, at }) => ({ verdict, at: at.toISOString() })) };
    });
  }

  /** Only while its holder shares it. @throws NotFoundError */
  async credential(slug: string, id: string): Promise<string> {
    const found = await this.inTenant(await this.publisher(slug), (tx) => sharedCredential(tx, id));
    if (found === null) throw new NotFoundError('The credential');
    return found;
  }

  /** What an achievement is, without anyone who reached it. @throws NotFoundError */
  async achievement(
    slug: string,
    name: string,
  ): Promise<{ title: string; summary: string; id: string; issuer: string }> {
    const publisher = await this.publisher(slug);
    const found = await this.inTenant(publisher, (tx) => achievementShown(tx, name));
    if (!found) throw new NotFoundError('The achievement');
    return { id: publisher.places.achievement(name), ...found, issuer: publisher.name };
  }

  private async publisher(slug: string): Promise<Publisher> {
    const organization = await this.database.system.issuerBySlug(slug);
    if (!organization) throw new NotFoundError('The issuer');
    return { ...organization, places: issuerPlaces(this.config.PUBLIC_URL, organization.slug) };
  }

  private inTenant<T>({ id }: Publisher, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant({ organizationId: id, userId: null }, work);
  }
}

/** @throws NotFoundError */
function checkedDigest(digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new NotFoundError('The receipt');
  return digest;
}

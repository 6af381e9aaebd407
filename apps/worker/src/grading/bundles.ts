import { Injectable } from '@nestjs/common';
import { BlobStore, Vault } from '@holdout/storage';

const KEPT = 4;

export interface Bundles {
  public: Buffer;
  hidden: Buffer;
}

/** The two bundles of a version. They are read and checked once, and kept for the most recently used versions. */
@Injectable()
export class BundleCache {
  private readonly kept = new Map<string, Promise<Bundles>>();

  constructor(
    private readonly blobs: BlobStore,
    private readonly vault: Vault,
  ) {}

  /** @throws BlobNotFoundError @throws BlobCorruptError */
  async get(version: { publicBundleDigest: string; hiddenBundleDigest: string }): Promise<Bundles> {
    const key = `${version.publicBundleDigest} ${version.hiddenBundleDigest}`;
    const known = this.kept.get(key);
    const bundles = known ?? this.read(version);
    this.kept.delete(key);
    this.kept.set(key, bundles);
    for (const oldest of [...this.kept.keys()].slice(0, -KEPT)) this.kept.delete(oldest);
    try {
      return await bundles;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  private async read({
    publicBundleDigest,
    hiddenBundleDigest,
  }: {
    publicBundleDigest: string;
    hiddenBundleDigest: string;
  }): Promise<Bundles> {
    const [open, hidden] = await Promise.all([
      this.blobs.getBuffer(publicBundleDigest),
      this.vault.getBuffer(hiddenBundleDigest),
    ]);
    return { public: open, hidden };
  }
}

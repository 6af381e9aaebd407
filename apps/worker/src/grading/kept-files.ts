import { Injectable } from '@nestjs/common';
import { holdArtifacts, recordArtifacts, type NewArtifact, type Tx } from '@holdout/db';
import type { ArtifactKind, RunKind } from '@holdout/domain';
import type { Graded, ProducedFile } from '@holdout/grading';
import { ArtifactStore } from '@holdout/storage';

/** Files of predictions, one row each. Reports are not compared, because they may contain times. */
const ROWS = /\.(csv|npz)$/;

export function kindOf({ name, phase }: Pick<ProducedFile, 'name' | 'phase'>): ArtifactKind {
  if (name.endsWith('/model.tar')) return 'MODEL';
  return phase === 'PREDICT' && ROWS.test(name) ? 'PREDICTIONS' : 'REPORT';
}

/** Keeps files of runs: first the bytes, then the record, which is part of the run's finishing transaction. */
@Injectable()
export class KeptFiles {
  constructor(private readonly store: ArtifactStore) {}

  of(kind: RunKind): FilesOfRun {
    return new FilesOfRun(this.store, kind);
  }

  /** The content of the files that still exist, by name. */
  async read(artifacts: readonly { name: string; digest: string }[]): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    for (const { name, digest } of artifacts)
      if (await this.store.has(digest)) found.set(name, await this.store.getBuffer(digest));
    return found;
  }
}

/**
 * What is kept of a run besides its digests: everything that visible calls left and, of a scored run, the scored
 * predictions. The output of probes and of reproductions is not kept.
 */
export class FilesOfRun {
  private readonly stored = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: ArtifactStore,
    private readonly kind: RunKind,
  ) {}

  /** Starts storing a file while the run continues. `record` throws if that fails. */
  add(file: ProducedFile): void {
    if (!this.isKept(file)) return;
    const storing = this.store.put(file.bytes);
    storing.catch(() => undefined);
    this.stored.set(file.digest, storing);
  }

  /** @throws when a file could not be stored */
  async record(
    tx: Tx,
    run: { organizationId: string; runId: string },
    { outcome, produced }: Graded,
  ): Promise<void> {
    const files = produced.filter((file) => this.isKept(file) && (file.isVisible || outcome === 'SCORED'));
    if (files.length === 0) return;
    await Promise.all(files.map(({ digest }) => this.stored.get(digest)));
    await holdArtifacts(
      tx,
      files.map(({ digest }) => digest),
    );
    // A file stored some time ago may have been deleted since, together with the last run that had it.
    for (const { digest, bytes } of files) if (!(await this.store.has(digest))) await this.store.put(bytes);
    await recordArtifacts(tx, run, files.map(toArtifact));
  }

  private isKept({ isVisible, isProbe, phase }: ProducedFile): boolean {
    return this.kind !== 'REPRODUCTION' && (isVisible || (phase === 'PREDICT' && !isProbe));
  }
}

function toArtifact(file: ProducedFile): NewArtifact {
  const { name, isVisible, digest, bytes } = file;
  return { name, kind: kindOf(file), isHidden: !isVisible, digest, bytes: bytes.length };
}

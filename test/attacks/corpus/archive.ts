import { gzipSync } from 'node:zlib';
import { tarOf, type TarMember } from '../../integration/sandbox/harness.js';
import { constantProject } from '../../support/projects.js';
import { endOf, type Attack, type Weakness } from '../support/attack.js';

const THREAT = 'Symlink, hardlink, FIFO, device, tar-slip, zip bomb, odd names';
const MIB = 1024 * 1024;

function archiveWith(...members: TarMember[]): Buffer {
  const honest = Object.entries(constantProject).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  return gzipSync(tarOf([...honest, ...members]));
}

/** Unpacks as programs do that trust their archives, and hands the project on. */
const TRUSTING = `import json, os, tarfile, tomllib
tarfile.open("/work/archive.bin").extractall("/work/project", filter="fully_trusted")
files = [{"path": "holdout.toml", "size": 1, "text": None}]
config = tomllib.load(open("/work/project/holdout.toml", "rb"))
json.dump({"config": config, "files": files, "totalBytes": 1}, open("/work/out/manifest", "w"))
with tarfile.open("/work/out/project", "w") as tar:
    for name in ("holdout.toml", "train.py", "predict.py"): tar.add(f"/work/project/{name}", name)`;

const trusting: Weakness = {
  job: (spec) =>
    spec.job.kind === 'prepare'
      ? {
          ...spec,
          job: {
            kind: 'exec',
            argv: ['python3', '-c', TRUSTING],
            cwd: '/work',
            outputs: ['manifest', 'project'].map((name) => ({
              name,
              path: `/work/out/${name}`,
              maxBytes: 4 * MIB,
            })),
          },
        }
      : spec,
};

/** What a hostile archive is after is to be taken: with the rules on it is refused before anything of it is read. */
function taken(archive: Buffer, name: string, weakness = trusting): Attack {
  return {
    threat: THREAT,
    name,
    submission: archive,
    control: 'archive rules',
    weakness,
    gained: (run) => (endOf(run) === 'ARCHIVE_REJECTED' ? null : `the archive was taken (${endOf(run)})`),
    ends: 'ARCHIVE_REJECTED',
  };
}

const unbounded: Weakness = {
  job: (spec) =>
    spec.job.kind === 'prepare'
      ? {
          ...spec,
          job: { ...spec.job, limits: { archiveFiles: 1e5, archiveBytes: 512 * MIB, fileBytes: 512 * MIB } },
          limits: { ...spec.limits, diskBytes: 512 * MIB, memoryBytes: 2048 * MIB, outputBytes: 512 * MIB },
        }
      : spec,
};

export const archive: Attack[] = [
  taken(archiveWith({ path: 'data', type: '2', target: '/etc/passwd' }), 'symlink'),
  taken(archiveWith({ path: 'data', type: '1', target: 'train.py' }), 'hard link'),
  taken(archiveWith({ path: 'pipe', type: '6' }), 'FIFO'),
  taken(archiveWith({ path: '../escaped.txt', bytes: Buffer.from('x') }), 'path that climbs out'),
  taken(archiveWith({ path: '/work/escaped.txt', bytes: Buffer.from('x') }), 'absolute path'),
  taken(archiveWith({ path: 'a\\nb\\u001b[31m', bytes: Buffer.from('x') }), 'name with control characters'),
  taken(archiveWith({ path: 'zeros.bin', bytes: Buffer.alloc(90 * MIB) }), 'gzip bomb', unbounded),
];

import { randomUUID } from 'node:crypto';
import { createHash } from 'node:crypto';
import Docker from 'dockerode';
import {
  DockerSandbox,
  type ContainerResult,
  type ContainerSpec,
  type DockerSandboxOptions,
  type InputEntry,
  type Job,
  type OutputDeclaration,
} from '@holdout/sandbox';

const MIB = 1024 * 1024;

export const docker = new Docker();

export interface Program {
  /** main.py */
  source?: string;
  argv?: string[];
  outputs?: OutputDeclaration[];
  limits?: Partial<ContainerSpec['limits']>;
  env?: Record<string, string>;
  signal?: AbortSignal;
  onBegin?: () => void;
  inputs?: InputEntry[];
  runId?: string;
  correlationId?: string;
}

/** A sandbox of its own deployment, so that tests see only their containers. */
export class Bench {
  readonly deploymentId = `test-${randomUUID()}`;
  readonly sandbox: DockerSandbox;

  constructor(
    readonly image: string,
    options: Partial<DockerSandboxOptions> = {},
  ) {
    this.sandbox = this.another(options);
  }

  /** Another worker of the same deployment. */
  another(options: Partial<DockerSandboxOptions> = {}): DockerSandbox {
    return new DockerSandbox({
      deploymentId: this.deploymentId,
      workerId: 'worker-1',
      pool: { memoryBytes: 0 },
      warn: (message, error) => {
        throw new Error(message, { cause: error });
      },
      ...options,
    });
  }

  spec(program: Program): ContainerSpec {
    const project = tarOf([{ path: 'main.py', bytes: Buffer.from(program.source ?? '') }]);
    return this.specOf(
      {
        kind: 'exec',
        argv: program.argv ?? ['python3', 'main.py'],
        env: program.env ?? {},
        cwd: '/work/project',
        unpack: [{ archive: 'project.tar', to: '/work/project' }],
        outputs: program.outputs ?? [],
      },
      [{ path: 'project.tar', bytes: project }, ...(program.inputs ?? [])],
      program,
    );
  }

  specOf(job: Job, inputs: InputEntry[], program: Program): ContainerSpec {
    return {
      image: this.image,
      job,
      inputs,
      limits: {
        memoryBytes: 384 * MIB,
        cpus: 1,
        pids: 64,
        diskBytes: 64 * MIB,
        wallSeconds: 20,
        logBytes: 64 * 1024,
        outputBytes: 48 * MIB,
        ...program.limits,
      },
      labels: {
        runId: program.runId ?? randomUUID(),
        phase: 'PREDICT',
        organizationId: 'org-1',
        workerId: 'worker-1',
        correlationId: program.correlationId,
      },
      trusted: false,
      ...(program.signal ? { signal: program.signal } : {}),
    };
  }

  async run(program: Program): Promise<ContainerResult & { log: string }> {
    return this.runSpec(this.spec(program), program);
  }

  async prepare(archive: Buffer, program: Program = {}): Promise<ContainerResult & { log: string }> {
    const limits = { archiveFiles: 100, archiveBytes: 8 * MIB, fileBytes: 4 * MIB };
    return this.runSpec(
      this.specOf({ kind: 'prepare', limits }, [{ path: 'archive.bin', bytes: archive }], program),
      program,
    );
  }

  /** Every container of this deployment, after removals under way are done. */
  async left(): Promise<number> {
    await this.sandbox.close();
    return (await this.sandbox.listOurs()).length;
  }

  private async runSpec(spec: ContainerSpec, program: Program): Promise<ContainerResult & { log: string }> {
    const chunks: Buffer[] = [];
    const result = await this.sandbox.run(spec, {
      onLog: (chunk) => void chunks.push(Buffer.from(chunk)),
      onBegin: () => program.onBegin?.(),
    });
    return { ...result, log: Buffer.concat(chunks).toString('utf8') };
  }
}

export interface TarMember {
  path: string;
  bytes?: Buffer;
  /** Tar's type flag. @default '0', a regular file */
  type?: string;
  target?: string;
}

/** An uncompressed tar that may hold what an honest one never does. */
export function tarOf(members: TarMember[]): Buffer {
  const blocks = members.flatMap(({ path, bytes = Buffer.alloc(0), type = '0', target = '' }) => {
    const header = Buffer.alloc(512);
    header.write(path, 0, 100);
    header.write('0000644\0' + '0000000\0' + '0000000\0', 100);
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124);
    header.write(`${' '.repeat(8)}${type}${target}`, 148);
    header.write('ustar\0' + '00', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

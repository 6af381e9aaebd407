import { DockerSandbox, type ContainerResult, type ContainerSpec, type RunIo } from '@holdout/sandbox';
import type { DockerSandboxOptions } from '@holdout/sandbox';
import type { Weakness } from './attack.js';

/** The real sandbox with one control switched off; with none, the sandbox as it is. */
export class WeakenedSandbox extends DockerSandbox {
  constructor(
    options: DockerSandboxOptions,
    private readonly weakness: Weakness,
    private readonly log: (chunk: Buffer) => void,
  ) {
    super({ ...options, ...(weakness.container && { weakenedForTests: weakness.container }) });
  }

  override async run(spec: ContainerSpec, io: RunIo = {}): Promise<ContainerResult> {
    const { job, io: hear, result } = this.weakness;
    const asked = job?.(spec) ?? spec;
    const ended = await super.run(asked, hear?.(spec, io, this.log) ?? io);
    return result?.(spec, ended) ?? ended;
  }
}

import { createReadStream } from 'node:fs';
import Docker from 'dockerode';
import { connectionTo } from './connection.js';
import { asSandboxError, statusOf } from './engine-errors.js';

/** Which images an engine holds, and loading those that it lacks. */
export class EngineImages {
  private readonly docker: Docker;

  /** @param dockerHost unix:///path or tcp://host:port. @default DOCKER_HOST, then the usual socket */
  constructor(dockerHost?: string) {
    this.docker = new Docker(connectionTo(dockerHost ?? process.env['DOCKER_HOST']));
  }

  /** @throws SandboxUnavailableError */
  async has(id: string): Promise<boolean> {
    try {
      await this.docker.getImage(id).inspect();
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw asSandboxError(error, 'looking for an image');
    }
  }

  /** Loads what `docker save` wrote. The image keeps its id. @throws SandboxUnavailableError */
  async load(archive: string): Promise<void> {
    try {
      const progress = await this.docker.loadImage(createReadStream(archive), { quiet: true });
      await new Promise<void>((resolve, reject) =>
        this.docker.modem.followProgress(progress, (error) => (error ? reject(error) : resolve())),
      );
    } catch (error) {
      throw asSandboxError(error, `loading the image archive ${archive}`);
    }
  }
}

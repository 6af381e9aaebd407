import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type Docker from 'dockerode';
import { clientOf } from './connection.js';
import { asSandboxError, statusOf } from './engine-errors.js';
import { removeContainer } from './live-container.js';

/** Which images an engine has and what is in them; loads images that it lacks. */
export class EngineImages {
  private readonly docker: Docker;

  /** @param dockerHost unix:///path or tcp://host:port. @default DOCKER_HOST, then the usual socket */
  constructor(dockerHost?: string) {
    this.docker = clientOf(dockerHost);
  }

  /**
   * The engine's version, and how many containers have this label.
   * @throws SandboxUnavailableError
   */
  async note(label: string): Promise<{ version: string; containers: number }> {
    try {
      const [{ Version }, containers] = await Promise.all([
        this.docker.version(),
        this.docker.listContainers({ filters: { label: [label] } }),
      ]);
      return { version: Version, containers: containers.length };
    } catch (error) {
      throw asSandboxError(error, 'asking for its version');
    }
  }

  /**
   * The grading images on this engine, of any deployment.
   * @throws SandboxUnavailableError
   */
  async list(): Promise<{ id: string; tags: string[]; bytes: number }[]> {
    try {
      const images = await this.docker.listImages({ filters: { reference: ['holdout/*'] } });
      return images.map(({ Id, RepoTags, Size }) => ({ id: Id, tags: RepoTags ?? [], bytes: Size }));
    } catch (error) {
      throw asSandboxError(error, 'listing images');
    }
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

  /**
   * A tar with one file from an image that the platform made. Nothing in the image is executed.
   * @param labels of the container that is made for it and removed again
   * @throws SandboxUnavailableError
   */
  async archiveOf(image: string, file: string, labels: Record<string, string>): Promise<Buffer> {
    try {
      const container = await this.docker.createContainer({
        Image: image,
        Entrypoint: ['true'],
        NetworkDisabled: true,
        Labels: labels,
      });
      try {
        return await buffer(await container.getArchive({ path: file }));
      } finally {
        await removeContainer(this.docker, container.id);
      }
    } catch (error) {
      throw asSandboxError(error, `reading ${file} of an image`);
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

import type Docker from 'dockerode';
import { deviceRequests, type GpuDriver } from '../gpu/device-requests.js';
import { clientOf } from './connection.js';
import { asSandboxError } from './engine-errors.js';
import { removeContainer } from './live-container.js';

const REQUEST_TIMEOUT_MS = 20_000;

/**
 * Finds out whether an engine can give GPUs to containers. The only way is to try, because no engine lists the hooks it
 * would call.
 */
export class EngineGpus {
  private readonly docker: Docker;

  constructor(
    private readonly driver: GpuDriver,
    dockerHost?: string,
  ) {
    this.docker = clientOf(dockerHost, { timeout: REQUEST_TIMEOUT_MS });
  }

  /**
   * Starts a container with these devices that runs nothing, and removes it.
   * @param image one that the platform made
   * @throws SandboxMisconfiguredError with what an operator must do
   * @throws SandboxUnavailableError
   */
  async tryOut(ids: readonly string[], image: string, labels: Record<string, string>): Promise<void> {
    try {
      const container = await this.docker.createContainer({
        Image: image,
        Entrypoint: ['true'],
        NetworkDisabled: true,
        Labels: labels,
        HostConfig: { NetworkMode: 'none', ...deviceRequests(this.driver, ids) },
      });
      try {
        await container.start();
      } finally {
        await removeContainer(this.docker, container.id);
      }
    } catch (error) {
      throw asSandboxError(error, 'handing a GPU to a container');
    }
  }
}

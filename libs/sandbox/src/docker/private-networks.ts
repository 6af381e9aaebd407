import type Docker from 'dockerode';
import type { ContainerLabels, PrivateNetwork } from '../sandbox.js';
import { newToken } from './container-name.js';
import { asSandboxError, statusOf } from './engine-errors.js';

const LABEL = 'dev.holdout';

/** The private networks of this deployment, made for single runs and found again by their labels. */
export class PrivateNetworks {
  /** Names by id, or by name until the engine gave an id. */
  private readonly known = new Map<string, string>();

  constructor(
    private readonly docker: Docker,
    private readonly owner: { deploymentId: string; workerId: string },
  ) {}

  /** @throws SandboxUnavailableError */
  async create({ runId, organizationId }: ContainerLabels): Promise<PrivateNetwork> {
    const name = `holdout_${newToken()}`;
    // Known before it exists: a sweep that sees it meanwhile must not take it for an orphan.
    this.known.set(name, name);
    try {
      const { id } = await this.docker.createNetwork({
        Name: name,
        Driver: 'bridge',
        Internal: true,
        EnableIPv6: false,
        Options: {
          // Internal networks still reach the host by the bridge's own address, so the bridge gets none.
          'com.docker.network.bridge.inhibit_ipv4': 'true',
          'com.docker.network.bridge.enable_ip_masquerade': 'false',
        },
        Labels: {
          [`${LABEL}.deployment`]: this.owner.deploymentId,
          [`${LABEL}.worker`]: this.owner.workerId,
          [`${LABEL}.run`]: runId,
          [`${LABEL}.organization`]: organizationId,
        },
      });
      this.known.set(id, name);
      return { id };
    } catch (error) {
      throw asSandboxError(error, 'creating a private network');
    } finally {
      this.known.delete(name);
    }
  }

  /** @throws SandboxUnavailableError */
  async remove({ id }: PrivateNetwork): Promise<void> {
    this.known.delete(id); // what cannot be removed is an orphan for the next sweep
    try {
      await this.docker.getNetwork(id).remove();
    } catch (error) {
      if (statusOf(error) !== 404) throw asSandboxError(error, 'removing a private network');
    }
  }

  /** @throws SandboxUnavailableError */
  async removeByRun(runId: string): Promise<void> {
    await this.removeWhere(({ labels }) => labels[`${LABEL}.run`] === runId);
  }

  /**
   * Removes networks of workers that are gone, and networks of this worker that it does not know.
   * @throws SandboxUnavailableError
   */
  async removeOrphans(liveWorkerIds: ReadonlySet<string>): Promise<void> {
    await this.removeWhere(({ name, labels }) => {
      const worker = labels[`${LABEL}.worker`] ?? '';
      return worker === this.owner.workerId
        ? ![...this.known.values()].includes(name)
        : !liveWorkerIds.has(worker);
    });
  }

  private async removeWhere(
    matches: (network: { name: string; labels: Record<string, string> }) => boolean,
  ): Promise<void> {
    try {
      const found = await this.docker.listNetworks({
        filters: { label: [`${LABEL}.deployment=${this.owner.deploymentId}`] },
      });
      await Promise.all(
        found
          .filter(({ Name, Labels }) => matches({ name: Name, labels: Labels ?? {} }))
          .map(({ Id }) => this.remove({ id: Id })),
      );
    } catch (error) {
      throw asSandboxError(error, 'listing private networks');
    }
  }
}

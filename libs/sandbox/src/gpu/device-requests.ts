import type { ContainerCreateOptions } from 'dockerode';

/**
 * How devices get into containers: through the engine's NVIDIA hook, or through a device description that the engine
 * reads (CDI).
 */
export type GpuDriver = 'nvidia' | 'cdi';

/** The engine option that gives a container exactly these devices. */
export function deviceRequests(
  driver: GpuDriver,
  ids: readonly string[],
): Pick<NonNullable<ContainerCreateOptions['HostConfig']>, 'DeviceRequests'> {
  if (ids.length === 0) return {};
  if (driver === 'nvidia')
    return { DeviceRequests: [{ Driver: driver, DeviceIDs: [...ids], Capabilities: [['gpu']] }] };
  // The names that "nvidia-ctk cdi generate --device-name-strategy=uuid" produces.
  return { DeviceRequests: [{ Driver: driver, DeviceIDs: ids.map((id) => `nvidia.com/gpu=${id}`) }] };
}

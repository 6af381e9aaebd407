import type { ContainerCreateOptions } from 'dockerode';

/** What puts devices into containers: the engine's NVIDIA hook, or a description of the devices that it reads (CDI). */
export type GpuDriver = 'nvidia' | 'cdi';

/** The option that hands these devices, and no others, to a container. */
export function deviceRequests(
  driver: GpuDriver,
  ids: readonly string[],
): Pick<NonNullable<ContainerCreateOptions['HostConfig']>, 'DeviceRequests'> {
  if (ids.length === 0) return {};
  if (driver === 'nvidia')
    return { DeviceRequests: [{ Driver: driver, DeviceIDs: [...ids], Capabilities: [['gpu']] }] };
  // As "nvidia-ctk cdi generate --device-name-strategy=uuid" names them.
  return { DeviceRequests: [{ Driver: driver, DeviceIDs: ids.map((id) => `nvidia.com/gpu=${id}`) }] };
}

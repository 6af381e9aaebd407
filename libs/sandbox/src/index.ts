export * from './errors.js';
export * from './sandbox.js';
export type { ProgramError, Rejection, Usage } from './protocol/messages.js';
export { DockerSandbox, type DockerSandboxOptions } from './docker/docker-sandbox.js';
export { EngineImages } from './docker/engine-images.js';
export type { GpuDevice } from './gpu/gpu-device.js';
export { GpuLeases, type GpuLease } from './gpu/gpu-leases.js';
export { DeviceLocks } from './gpu/device-locks.js';
export { chosenGpus, listGpus } from './gpu/nvidia-smi.js';

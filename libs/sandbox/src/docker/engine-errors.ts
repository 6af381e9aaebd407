import { SandboxMisconfiguredError, SandboxUnavailableError } from '../errors.js';

interface EngineFailure {
  statusCode?: number;
  code?: string;
  message?: string;
}

const MISCONFIGURATIONS: readonly [RegExp, string][] = [
  [
    /could not select device driver "nvidia"/,
    'This worker leases GPUs, but its Docker Engine cannot hand them to containers. Install the NVIDIA Container Toolkit and ' +
      'restart the engine, set GPU_DRIVER=cdi where it reads descriptions of devices, or set the worker up without GPUs.',
  ],
  [
    /could not select device driver "cdi"/,
    'GPU_DRIVER is cdi, but this Docker Engine does not read descriptions of devices. It does from version 25 on, with ' +
      '"features": { "cdi": true } in its daemon.json.',
  ],
  [
    /unresolvable CDI devices/,
    'The Docker Engine finds no description of the leased GPU. Write one with "nvidia-ctk cdi generate ' +
      '--device-name-strategy=uuid --output=/etc/cdi/nvidia.yaml", again after each change of driver or MIG layout.',
  ],
  [
    /nvidia-container-cli|unknown device|no cuda-capable device/i,
    'The leased GPU is not available to the Docker Engine. Check the device ids of this worker against "nvidia-smi -L".',
  ],
  [
    /no such image/i,
    'A grading image is missing on this Docker Engine. Build the images with "node infra/local/images.mjs" and restart the worker.',
  ],
  [
    /unknown or invalid runtime|unknown runtime specified/i,
    'The container runtime that SANDBOX_RUNTIME names is not registered with this Docker Engine. Register it, or unset the setting.',
  ],
];

/** Status of an engine's answer; undefined when it did not answer. */
export function statusOf(error: unknown): number | undefined {
  return (error as EngineFailure).statusCode;
}

/** Turn whatever the engine or its socket raised into an error that says who must act. */
export function asSandboxError(error: unknown, doing: string): SandboxUnavailableError {
  if (error instanceof SandboxUnavailableError) return error;
  const { message = String(error), code } = error as EngineFailure;
  const known = MISCONFIGURATIONS.find(([pattern]) => pattern.test(message));
  if (known) return new SandboxMisconfiguredError(known[1], { cause: error });
  if (code === 'ENOENT' || code === 'ECONNREFUSED') {
    return new SandboxUnavailableError(`The Docker Engine does not answer (while ${doing}). Is it running?`, {
      cause: error,
    });
  }
  if (code === 'EACCES') {
    return new SandboxMisconfiguredError(
      'This user may not use the Docker Engine. Add it to the "docker" group.',
      {
        cause: error,
      },
    );
  }
  return new SandboxUnavailableError(`The Docker Engine failed while ${doing}: ${message}`, { cause: error });
}

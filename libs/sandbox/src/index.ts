export * from './errors.js';
export * from './sandbox.js';
export type { ProgramError, Rejection, Usage } from './protocol/messages.js';
export { DockerSandbox, type DockerSandboxOptions } from './docker/docker-sandbox.js';
export { EngineImages } from './docker/engine-images.js';

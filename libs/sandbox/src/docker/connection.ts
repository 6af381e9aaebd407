import { createRequire } from 'node:module';
import type Docker from 'dockerode';

const load = createRequire(import.meta.url);

/**
 * A client of an engine. Loading dockerode takes longer than most commands of the command line: it is loaded with the first client.
 * @param dockerHost unix:///path or tcp://host:port. @default DOCKER_HOST, then the usual socket
 */
export function clientOf(dockerHost: string | undefined, options: Docker.DockerOptions = {}): Docker {
  const Client = load('dockerode') as typeof Docker;
  return new Client({ ...connectionTo(dockerHost ?? process.env['DOCKER_HOST']), ...options });
}

/** An engine's address in dockerode's terms. */
function connectionTo(dockerHost: string | undefined): Docker.DockerOptions {
  if (!dockerHost) return { socketPath: '/var/run/docker.sock' };
  const url = new URL(dockerHost);
  if (url.protocol === 'unix:') return { socketPath: url.pathname };
  return { host: url.hostname, port: Number(url.port || 2375), protocol: 'http' };
}

import type Docker from 'dockerode';

/** An engine's address in dockerode's terms. @param dockerHost unix:///path or tcp://host:port */
export function connectionTo(dockerHost: string | undefined): Docker.DockerOptions {
  if (!dockerHost) return { socketPath: '/var/run/docker.sock' };
  const url = new URL(dockerHost);
  if (url.protocol === 'unix:') return { socketPath: url.pathname };
  return { host: url.hostname, port: Number(url.port || 2375), protocol: 'http' };
}

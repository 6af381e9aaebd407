import { writeFile } from 'node:fs/promises';
import { archive } from './corpus/archive.js';
import { daemon } from './corpus/daemon.js';
import { environment } from './corpus/environment.js';
import { labels } from './corpus/labels.js';
import { leaks } from './corpus/leaks.js';
import { limits } from './corpus/limits.js';
import { network } from './corpus/network.js';
import { outputs } from './corpus/outputs.js';
import { probes } from './corpus/probes.js';
import { score } from './corpus/score.js';
import { endOf } from './support/attack.js';
import { engineFor, type AttackedEngine } from './support/engine-for.js';
import { removeWeakenedImages } from './support/image-with.js';
import { Pipeline } from './support/pipeline.js';
import { tableOf, type Row } from './support/table.js';

const corpus = [
  ...network, ...labels, ...score, ...limits, ...daemon, ...archive, ...outputs, ...probes, ...leaks, ...environment,
]; // prettier-ignore
const runtime = process.env['ATTACKS_RUNTIME'];
const rows: Row[] = corpus.map(({ threat, name, control }) => ({
  threat,
  name,
  control,
  fails: null,
  holds: null,
}));
let engine: AttackedEngine;
let pipeline: Pipeline;

beforeAll(async () => {
  engine = await engineFor(runtime);
  pipeline = await Pipeline.create(runtime, engine.launcher);
});

afterAll(async () => {
  await removeWeakenedImages();
  await engine?.stop();
  const file = process.env['ATTACKS_TABLE'];
  if (file) await writeFile(file, `${tableOf(rows, runtime)}\n`);
});

const tried = corpus.map((attack, place) => ({ ...attack, row: rows[place] as Row }));

describe.each(tried)('$threat: $name', ({ row, ...attack }) => {
  it('gains nothing, and ends with its reason', async () => {
    const run = await pipeline.run(attack, {});

    expect({ gained: attack.gained(run), ends: endOf(run) }).toEqual({ gained: null, ends: attack.ends });
    row.holds = true;
  });

  it(`would gain without this control: ${attack.control}`, async () => {
    row.fails = attack.gained(await pipeline.run(attack, attack.weakness));

    expect(row.fails).not.toBeNull();
  });
});

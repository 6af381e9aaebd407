import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import Docker from 'dockerode';

/** Writes every dataset as base64 of a file, in one JSON object. Runs in the image `light`: nothing of it is shipped here. */
const PROGRAM = `
import base64, csv, io, json
import numpy as np
from sklearn import datasets
from statsmodels.datasets import sunspots

def table(columns, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return base64.b64encode(text.getvalue().encode()).decode()

def sklearn(name, named):
    bunch = getattr(datasets, f"load_{name}")()
    columns = [str(c).split(" (")[0].replace(" ", "_") for c in bunch.feature_names]
    targets = [str(bunch.target_names[t]) if named else repr(float(t)) for t in bunch.target]
    return table([*columns, "target"], [[*map(repr, map(float, row)), t] for row, t in zip(bunch.data, targets)])

digits = datasets.load_digits()
images = io.BytesIO()
np.savez_compressed(images, images=(digits.images * 15).astype(np.uint8), labels=digits.target)
inked = [(f"image{n}", f"pixel{p}") for n in range(700) for p in np.flatnonzero(digits.data[n] > 6)]
spots = sunspots.load_pandas().data
print(json.dumps({
    "breast_cancer.csv": sklearn("breast_cancer", True),
    "wine.csv": sklearn("wine", True),
    "diabetes.csv": sklearn("diabetes", False),
    "sunspots.csv": table(["year", "spots"], [[int(y), float(a)] for y, a in spots.to_numpy()]),
    "digits.npz": base64.b64encode(images.getvalue()).decode(),
    "strokes.csv": table(["image", "pixel"], inked),
}))
`;

/** Datasets of Debian's python3-sklearn and python3-statsmodels, by file name. */
export async function debianDatasets(light: string): Promise<Map<string, Buffer>> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([buffer(out), text(err)]);
  const [ended] = (await new Docker().run(light, ['-c', PROGRAM], [out, err], {
    Tty: false,
    Entrypoint: ['python3'],
    Labels: { 'holdout.test': 'debian-datasets' },
    HostConfig: { AutoRemove: true, NetworkMode: 'none' },
  })) as [{ StatusCode: number }];
  out.end();
  err.end();
  const [json, complaint] = await printed;
  if (ended.StatusCode !== 0) throw new Error(complaint);
  const files = JSON.parse(json.toString('utf8')) as Record<string, string>;
  return new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content, 'base64')]));
}

/** An assignment folder: a definition beside a dataset. */
export async function writeAssignment(
  parent: string,
  slug: string,
  definition: string,
  files: Readonly<Record<string, Buffer | string>>,
): Promise<string> {
  const folder = path.join(parent, slug);
  await mkdir(path.join(folder, 'data'), { recursive: true });
  await writeFile(path.join(folder, 'assignment.yaml'), definition);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

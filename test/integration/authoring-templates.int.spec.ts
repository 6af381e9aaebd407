import path from 'node:path';
import { CliDeployment } from '../support/cli-deployment.js';
import { debianDatasets, writeAssignment } from '../support/debian-datasets.js';
import { testImages } from '../support/images.js';
import { DECLARED, WrittenDraft } from '../support/written-drafts.js';

/** Imports and student runs of one template: containers by the dozen. */
const WITHIN_MS = 600_000;

/** An assignment.yaml beside a dataset of a Debian package, nothing else. `npm test` takes the first. */
const ASSIGNMENTS = [
  {
    template: 'multiclass-classification',
    file: 'wine.csv',
    dataset: '{ file: data/wine.csv, target: { column: target } }',
  },
  {
    template: 'regression',
    file: 'diabetes.csv',
    dataset: '{ file: data/diabetes.csv, target: { column: target } }',
  },
  {
    template: 'binary-classification',
    file: 'breast_cancer.csv',
    dataset: '{ file: data/breast_cancer.csv, target: { column: target, positive: malignant } }',
  },
  {
    template: 'forecasting',
    file: 'sunspots.csv',
    dataset: '{ file: data/sunspots.csv, time: year, target: spots }',
  },
  {
    template: 'ranking',
    file: 'strokes.csv',
    dataset: '{ file: data/strokes.csv, user: image, item: pixel, implicit: true }',
  },
  {
    template: 'service',
    file: 'diabetes.csv',
    dataset: '{ file: data/diabetes.csv, target: { column: target } }',
    more: 'split: { sampleRows: 60, publicRows: 60, privateRows: 100 }\nload: { requests: 80, connections: 4 }\n',
  },
  {
    template: 'image-classification',
    file: 'digits.npz',
    dataset: '{ file: data/digits.npz }',
    more: 'corruptions: { images: 40 }\nlatency: { runs: 50 }\n',
  },
];
const images = testImages() as Record<string, string>;
/** Built by the tier that runs all templates. */
const hasImagesOfModels = Boolean(process.env['IMAGE_TORCH_CPU'] && process.env['IMAGE_ONNX']);
const isBuilt = (template: string) => template !== 'image-classification' || hasImagesOfModels;

let here: CliDeployment;
let datasets: Map<string, Buffer>;
let author: Record<string, string>;

beforeAll(async () => {
  here = await CliDeployment.start();
  datasets = await debianDatasets(images['light'] ?? '');
  author = await here.keyOf('instructor@demo.holdout');
}, 180_000);
afterAll(() => here?.stop());

it.each(ASSIGNMENTS.filter(({ template }) => isBuilt(template)))(
  'an assignment.yaml beside a dataset is enough: $template',
  async ({ template, file, dataset, more = '' }) => {
    const slug = `own-${template}`;
    const folder = await writeAssignment(
      here.folder,
      slug,
      `template: ${template}\ntitle: ${template} of our own\ndataset: ${dataset}\n${more}`,
      { [`data/${file}`]: datasets.get(file) ?? '' },
    );
    expect(await here.holdout(['assignment', 'validate', folder])).toMatchObject({
      code: 0,
      err: expect.anything(),
    });
    const imported = await here.holdout(['assignment', 'import', folder, '--publish', '--json'], author);
    expect(imported.code === 0 ? 'imported' : imported.out + imported.err + here.log()).toBe('imported');
    const { report } = JSON.parse(imported.out) as { report: { version: number; anchors: unknown[] } };
    expect(report).toMatchObject({ slug, version: 1, isNew: true, splits: 3, openedCohorts: 1 });
    expect(report.anchors.length).toBeGreaterThan(0);

    const project = path.join(here.folder, `project-${template}`);
    expect(await here.holdout(['init', slug, project])).toMatchObject({ code: 0 });
    const submitted = await here.holdout(['submit', project, '--wait', '--json']);
    const result = JSON.parse(submitted.out) as {
      outcome: string;
      points: { value: number };
      message: string;
    };
    expect(result).toMatchObject({ outcome: 'SCORED' });
    expect(result.points.value).toBeGreaterThanOrEqual(0);
  },
  WITHIN_MS,
);

(hasImagesOfModels ? it : it.skip)(
  'an NPZ of images that is uploaded in the browser becomes an assignment',
  async () => {
    const cookie = await here.signIn('instructor@demo.holdout');
    const draft = await WrittenDraft.on(
      here,
      cookie,
      'digits.npz',
      datasets.get('digits.npz') ?? Buffer.of(),
    );
    expect(await draft.settings()).toMatchObject({
      template: 'image-classification',
      target: 'labels',
      images: 'images',
    });
    await draft.save({ ...DECLARED, slug: 'digits-drawn', title: 'Digits' });
    const { status, problems, report } = await draft.publish(WITHIN_MS);
    expect([status, problems, report?.version, report?.splits]).toEqual(['SUCCEEDED', [], 1, 3]);
    expect(report?.anchors.map(({ metric }) => metric)).toContain('macroF1');
  },
  WITHIN_MS,
);

import { allFixtures, breaches } from '../support/expectations.js';
import { Bench } from '../support/fixtures.js';
import { testImages } from '../support/images.js';

/** Some of each grader stand for all: `npm run test:graders` runs every one. */
const quick = allFixtures()
  .map(({ slug, folder, fixtures }) => ({
    slug,
    folder,
    cases: Object.entries(fixtures).filter(([, expected]) => expected.quick),
  }))
  .filter(({ cases }) => cases.length > 0);

describe.each(quick)('fixtures of $slug', ({ folder, cases }) => {
  let bench: Bench;
  beforeAll(async () => {
    const images = testImages(['onnx']);
    // It has what these fixtures import, and builds in a fraction of the time. test:graders has the real one.
    bench = await Bench.create(folder, { ...images, 'torch-cpu': images['onnx'] ?? '' });
  });
  afterAll(() => bench?.close());

  it.each(cases)('%s ends as expected', async (name, expected) => {
    expect(breaches(expected, await bench.gradeFixture(name, expected))).toEqual([]);
  });
});

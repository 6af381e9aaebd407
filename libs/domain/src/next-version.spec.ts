import { nextDefinition, ofFurtherVersion, versionSettings } from './next-version.js';

const published = {
  template: 'binary-classification',
  slug: 'loans',
  version: 1,
  title: 'Loans',
  summary: 'Who pays late.',
  stage: 'classical-baselines',
  dataset: {
    file: 'data/loans.csv',
    licence: 'MIT',
    origin: 'Made up',
    personalData: 'None',
    group: 'street',
    target: { column: 'late', positive: 1, label: 'Late' },
    sensitive: [{ attribute: 'age', column: 'age', bands: [30] }],
  },
  split: { rule: 'stratified', sampleRows: 100, privateShare: 0.3 },
  passMark: 70,
};
const own = {
  template: 'binary-classification',
  slug: 'loans',
  title: 'Loans',
  dataset: published.dataset,
  split: { sampleRows: 100 },
  criteria: [
    { key: 'calibration', remove: true },
    { key: 'decision-cost', weight: 30 },
  ],
};
const data = { file: 'loans.csv', rows: 1000 };

function settingsOf() {
  const found = versionSettings(published, '# Loans\n');
  if (!found) throw new Error('The version is not read.');
  return found.settings;
}

describe('a further version', () => {
  it('begins with what the published one says', () => {
    expect(versionSettings(published, '# Loans\n')).toMatchObject({
      template: 'binary-classification',
      fileName: 'loans.csv',
      settings: {
        slug: 'loans',
        target: 'late',
        positive: '1',
        group: 'street',
        sensitive: ['age'],
        brief: '# Loans\n',
        passMark: null,
        mayBeShown: false,
      },
    });
  });

  it('keeps what a published scorer measures, and may bring one where there was none', () => {
    const close = { name: 'close', label: 'Close', direction: 'HIGHER', bound: 1, unit: '' } as const;
    const judged = {
      ...published,
      scorer: { file: 'judge.py', sha256: 'ab' },
      metrics: [{ name: 'auc' }, { ...close, graded: true, own: true }],
    };
    const before = versionSettings(judged, '')?.settings;
    if (!before) throw new Error('The version is not read.');
    expect(before.scorerMetrics).toEqual([close]);
    const said = { ...before, scorer: 'other', scorerMetrics: [], scorerWeight: 3 };
    expect(ofFurtherVersion(said, before)).toMatchObject({
      scorer: 'other',
      scorerMetrics: [close],
      scorerWeight: null,
    });
    const kept = { ...own, scorer: { file: 'judge.py' } };
    expect(
      nextDefinition(kept, { settings: { ...before, scorer: 'other' }, published: judged, data }),
    ).toEqual(kept);
    const first = { ...settingsOf(), scorer: 'new', scorerMetrics: [close] };
    expect(nextDefinition(own, { settings: first, published, data })).toMatchObject({
      scorer: { file: 'scorer.py' },
      metrics: [{ name: 'close', own: true }],
      criteria: [...own.criteria, { key: 'own-scorer', weight: 20 }],
    });
  });

  it('without changes is the same file', () => {
    expect(nextDefinition(own, { settings: settingsOf(), published, data })).toEqual(own);
  });

  it('has what was changed over what was published, and keeps what settings cannot say', () => {
    const settings = {
      ...settingsOf(),
      title: 'Late loans',
      licence: 'CC0-1.0',
      passMark: 60,
      samplePercent: 5,
      trainSeconds: 30,
      weights: [
        { key: 'decision-cost', weight: 5, metrics: null },
        { key: 'probabilities', weight: 50, metrics: ['brierSkill'] },
      ],
      simpleAt: [{ metric: 'cost', value: 0.2 }],
      twinRows: 40,
    };
    expect(nextDefinition(own, { settings, published, data })).toEqual({
      ...own,
      title: 'Late loans',
      passMark: 60,
      dataset: { ...published.dataset, licence: 'CC0-1.0' },
      split: { sampleShare: 0.05 },
      criteria: [
        { key: 'calibration', remove: true },
        { key: 'decision-cost', weight: 5 },
        { key: 'probabilities', weight: 50, metrics: ['brierSkill'] },
      ],
      metrics: [{ name: 'cost', simpleAt: 0.2 }],
      probes: { rowIndependence: { twins: 40 } },
      limits: { train: { wallSeconds: 30 } },
    });
  });

  it('hides other rows where its author says so', () => {
    const settings = { ...settingsOf(), drawsAgain: true };
    expect(nextDefinition(own, { settings, published, data })).toEqual({ ...own, version: 2 });
  });

  it('keeps its name, its stage and what its columns are', () => {
    const settings = { ...settingsOf(), slug: 'other', target: 'income', stage: 'ml-systems', passMark: 60 };
    expect(ofFurtherVersion(settings, settingsOf())).toEqual({ ...settingsOf(), passMark: 60 });
  });

  it('is not written in the browser where no form asks for what it says', () => {
    expect(versionSettings({ ...published, template: 'exercise' }, '')).toBeNull();
  });
});

import { createHash } from 'node:crypto';
import { openToCohorts, publishVersion, type Database, type NewVersion } from '@holdout/db';

/** What its starter kit and its public data hold. */
export const STARTER = 'starter kit';
export const PUBLIC_DATA = 'public data';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const phase = { wallSeconds: 60, memoryBytes: 536_870_912, cpus: 1 };

/** One project in the last stage, open to the organization's cohorts; `more` makes another one of it. */
export async function publishSample(
  owner: Database,
  organizationId: string,
  more: Partial<Pick<NewVersion, 'criteria'>> & { slug?: string; maxTeamSize?: number } = {},
): Promise<void> {
  const slug = more.slug ?? 'tabular-risk';
  await owner.inTenant({ organizationId, userId: null }, async (tx) => {
    const stage = await tx.stage.findFirstOrThrow({ orderBy: { position: 'desc' } });
    await publishVersion(tx, {
      organizationId,
      assignment: {
        slug,
        kind: 'PROJECT',
        title: 'Tabular risk model',
        summary: 'A sample.',
        stageSlug: stage.slug,
      },
      definition: {
        requiresTrain: true,
        passMark: 70,
        metrics: [{ name: 'auc', label: 'AUC', direction: 'HIGHER', unit: '', graded: true }],
        attempts: { practicePerDay: 3, certification: 2, maxTeamSize: more.maxTeamSize ?? 1 },
        limits: {
          archiveBytes: 5000,
          unpackedBytes: 50_000,
          files: 20,
          prepare: phase,
          train: phase,
          predict: phase,
          score: phase,
        },
        dictionary: [{ name: 'age', type: 'integer', description: 'Age in years.' }],
      },
      brief: 'Predict.',
      definitionDigest: digest(`definition of ${slug}`),
      starterDigest: digest(STARTER),
      publicBundleDigest: digest(PUBLIC_DATA),
      hiddenBundleDigest: digest('hidden'),
      resampleSeed: 7,
      shippedAnchors: {
        metrics: { auc: { naive: 0.5, simple: 0.8, strong: 0.9 } },
        passChance: { simple: 0.5, naive: 0 },
      },
      dataset: {
        name: 'sample',
        licence: 'MIT',
        origin: 'made up',
        personalData: 'none',
        sourceDigest: digest('source'),
        splitRule: 'stratified',
        splits: [{ name: 'TRAIN', rows: 100, commitment: digest('train') }],
      },
      grader: {
        template: 'binary-classification',
        imageDigest: digest('i'),
        codeDigest: digest('c'),
        studentImageDigest: digest('s'),
      },
      criteria: more.criteria ?? [
        {
          key: 'rank',
          title: 'It ranks',
          description: '',
          workflowStep: 'IMPROVE',
          mode: 'AUTO',
          weight: 100,
          isRequired: true,
          skills: ['MATHEMATICS'],
          levels: null,
          advice: 'Try.',
        },
      ],
      splitsPlanned: 8,
      now: new Date(),
    });
    const { id } = await tx.assignment.findFirstOrThrow({ where: { slug } });
    await openToCohorts(tx, id);
  });
}

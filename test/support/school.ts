import {
  announceAssignment,
  addMembership,
  createDatabase,
  enroll,
  ensureCohort,
  ensureOrganization,
  newId,
  PersonalData,
  publishVersion,
  registerPerson,
  writeRoadmap,
  type Database,
  type NewVersion,
} from '@holdout/db';
import type { TestDatabase } from './database.js';

const personal = new PersonalData('ab'.repeat(32));

/** An organization with students, and one published project that is open to them. */
export interface School {
  organizationId: string;
  slug: string;
  assignmentId: string;
  versionId: string;
  students: string[];
}

const attempts = { practicePerDay: 3, certification: 2 };

const versionOf = (organizationId: string): NewVersion => ({
  organizationId,
  assignment: {
    slug: 'risk',
    kind: 'PROJECT',
    title: 'Risk',
    summary: 'Predict default.',
    stageSlug: 'first',
  },
  definition: { attempts },
  brief: '# Risk',
  definitionDigest: 'd'.repeat(64),
  starterDigest: 's'.repeat(64),
  publicBundleDigest: 'p'.repeat(64),
  hiddenBundleDigest: 'h'.repeat(64),
  resampleSeed: 7,
  shippedAnchors: {},
  dataset: {
    name: 'credit',
    licence: 'CC BY 4.0',
    origin: 'test',
    personalData: 'none',
    sourceDigest: 'c'.repeat(64),
    splitRule: 'stratified',
    splits: [{ name: 'PUBLIC_TEST', rows: 10, commitment: 'x' }],
  },
  grader: { template: 'binary-classification', imageDigest: 'i', codeDigest: 'c', studentImageDigest: 's' },
  criteria: [
    {
      key: 'ranking',
      title: 'Ranking',
      description: '',
      workflowStep: 'IMPROVE',
      mode: 'AUTO',
      weight: 35,
      isRequired: true,
      skills: ['SUPERVISED_UNSUPERVISED'],
      levels: null,
      advice: '',
    },
  ],
  splitsPlanned: 2,
  now: new Date(),
});

/** Arranged as the migrator: row-level security binds it like anyone else. */
export async function arrangeSchool(database: TestDatabase, slug: string, studentCount = 2): Promise<School> {
  const db = createDatabase({ url: database.migratorUrl, max: 2 });
  try {
    const organizationId = newId();
    const students = Array.from({ length: studentCount }, () => newId());
    for (const id of students) {
      await db.asUser(id, (tx) => registerPerson(tx, personal, { id, displayName: `Student ${id}` }));
    }
    return await db.inTenant({ organizationId, userId: null }, async (tx) => {
      await ensureOrganization(tx, { id: organizationId, slug, name: slug });
      const stage = {
        slug: 'first',
        position: 1,
        title: 'First',
        goal: '',
        unlocks: '',
        overview: '',
        skills: [],
        studyAnchors: [],
      };
      const roadmap = {
        slug: 'track',
        title: 'Track',
        summary: '',
        stages: [stage],
        diagrams: [],
        lessons: [],
      };
      const trackId = await writeRoadmap(tx, organizationId, roadmap, new Date());
      const cohort = await ensureCohort(tx, {
        organizationId,
        trackId,
        slug: 'c',
        name: 'C',
        timeZone: 'UTC',
      });
      for (const userId of students) {
        await addMembership(tx, { organizationId, userId, role: 'STUDENT' });
        await enroll(tx, { organizationId, cohortId: cohort.id, userId });
      }
      const { assignment: named } = versionOf(organizationId);
      await announceAssignment(tx, { ...named, organizationId, trackId });
      const { assignment, version } = await publishVersion(tx, versionOf(organizationId));
      return { organizationId, slug, assignmentId: assignment.id, versionId: version.id, students };
    });
  } finally {
    await db.close();
  }
}

/** A submission's fields, where only who and what kind matter. */
export function submissionOf(
  school: School,
  studentId: string,
  kind: 'PRACTICE' | 'CERTIFICATION' = 'PRACTICE',
) {
  return {
    organizationId: school.organizationId,
    studentId,
    assignmentSlug: 'risk',
    kind,
    archive: { digest: 'a'.repeat(64), bytes: 10, fileName: 'project.zip' },
    declaration: null,
    now: new Date(),
  };
}

/** Runs `work` in the school's own context, as nobody in particular. */
export function inSchool<T>(
  db: Database,
  school: School,
  work: Parameters<typeof db.inTenant<T>>[1],
): Promise<T> {
  return db.inTenant({ organizationId: school.organizationId, userId: null }, work);
}

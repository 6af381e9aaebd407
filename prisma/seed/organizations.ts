import {
  addMembership,
  announceAssignment,
  enroll,
  ensureCohort,
  ensureOrganization,
  makeOperator,
  registerPerson,
  writeRoadmap,
  type Database,
  type PersonalData,
  type RoadmapContent,
} from '@holdout/db';
import { demo, type DemoCompany, type DemoOrganization } from './accounts.ts';

/**
 * Creates people, organization, track and cohort. Everybody except hiring managers and fleet administrators is
 * enrolled in their role.
 */
export async function seedOrganization(
  database: Database,
  personal: PersonalData,
  organization: DemoOrganization,
  content: RoadmapContent,
): Promise<string> {
  await seedMembers(database, personal, organization);
  const { id: organizationId, cohort, accounts } = organization;
  return database.inTenant(
    { organizationId, userId: null },
    async (tx) => {
      const trackId = await writeRoadmap(tx, organizationId, content, new Date());
      const { id: cohortId } = await ensureCohort(tx, { organizationId, trackId, ...cohort });
      for (const { id: userId, role } of accounts) {
        if (role === 'STUDENT') await enroll(tx, { organizationId, cohortId, userId });
      }
      return trackId;
    },
    { timeoutMs: 60_000 },
  );
}

/** Creates an organization and its people, and nothing else. */
export async function seedMembers(
  database: Database,
  personal: PersonalData,
  { id: organizationId, slug, name, accounts }: DemoCompany,
): Promise<void> {
  for (const { id, name: displayName, isOperator } of accounts) {
    await database.asUser(id, async (tx) => {
      await registerPerson(tx, personal, { id, displayName });
      if (isOperator) await makeOperator(tx, id);
    });
  }
  await database.inTenant({ organizationId, userId: null }, async (tx) => {
    await ensureOrganization(tx, { id: organizationId, slug, name });
    for (const { id: userId, role } of accounts) await addMembership(tx, { organizationId, userId, role });
  });
}

/** Announces the tabular-risk project on the roadmap before it is published. */
export async function announceSampleProject(database: Database, trackId: string): Promise<void> {
  const organizationId = demo.id;
  await database.inTenant({ organizationId, userId: null }, (tx) =>
    announceAssignment(tx, {
      organizationId,
      trackId,
      stageSlug: 'classical-baselines',
      slug: 'tabular-risk',
      kind: 'PROJECT',
      title: 'Tabular risk model',
      summary:
        'Predict who will not repay, say how sure you are, and find the columns that give the answer away.',
    }),
  );
}

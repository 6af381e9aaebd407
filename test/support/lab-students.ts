import { addMembership, enroll, newId, PersonalData, registerPerson, type Database } from '@holdout/db';
import { DEMO, type ApiLab } from './api-lab.js';

const personal = new PersonalData('ab'.repeat(32));

/** Further students of the demo organization's cohort, by name; answers their ids. They cannot sign in. */
export async function admitStudents(lab: ApiLab, api: Database, names: readonly string[]): Promise<string[]> {
  const [cohort] = await lab.sql<{ id: string }>(
      'SELECT id FROM cohorts WHERE organization_id = $1 LIMIT 1', [DEMO]); // prettier-ignore
  if (!cohort) throw new Error('The demo organization has no cohort.');
  const ids: string[] = [];
  for (const displayName of names) {
    const userId = newId();
    await api.asUser(userId, (tx) => registerPerson(tx, personal, { id: userId, displayName }));
    await lab.owner.inTenant({ organizationId: DEMO, userId: null }, async (tx) => {
      await addMembership(tx, { organizationId: DEMO, userId, role: 'STUDENT' });
      await enroll(tx, { organizationId: DEMO, cohortId: cohort.id, userId });
    });
    ids.push(userId);
  }
  return ids;
}

import { randomBytes } from 'node:crypto';
import { ASSURANCES, SKILL_AREAS, type Assurance, type Skill } from '@holdout/domain';
import { achievementOf, hashedEmailOf, stageStanding, type Decision, type Tx } from '@holdout/db';
import type { CredentialFacts } from '@holdout/receipts';
import { metricText, receiptStatement } from '@holdout/verification';
import { z } from 'zod';

/** What a credential states, except what is only known when it is issued. */
export type PassFacts = Pick<
  CredentialFacts,
  'achievement' | 'points' | 'metrics' | 'assurance' | 'answersArePublic' | 'receipts' | 'validFrom'
>;

/** A credential claims that answers are secret only if the assignment says so. */
const secrecy = z.looseObject({
  dataset: z.looseObject({ answersArePublic: z.boolean().optional() }).optional(),
});

/**
 * A passed assignment, from its deciding score.
 * @param receiptDigest of the signed receipt of its run
 * @param students in the team whose work it is; 1 where nobody else had a part in it
 */
export async function assignmentFacts(
  tx: Tx,
  decision: Decision,
  receiptDigest: string,
  students: number,
): Promise<PassFacts & { stageId: string }> {
  const found = await achievementOf(tx, decision.runId);
  const { assignment, stage, definition, version, receipt, criteria, skills } = found;
  const { value, low, high, passMark, assurance, finishedAt } = decision;
  const measured =
    receiptStatement.safeParse(JSON.parse(receipt?.statement ?? '{}')).data?.predicate.metrics ?? [];
  return {
    stageId: stage.id,
    achievement: {
      slug: assignment.slug,
      kind: 'ASSIGNMENT',
      title: assignment.title,
      summary: assignment.summary,
      criteria: [
        `At least ${passMark} of 100 points in a certification run of version ${version}: the project was executed by the platform and scored on rows that the student had never seen.`,
        ...(decision.teamId ? ['', `Work of a team, which has ${students} members.`] : []),
        '',
        ...criteria.map(
          ({ title, weight, mode }) =>
            `- ${title} (${weight}, ${mode === 'AUTO' ? 'measured' : 'judged by a person'})`,
        ),
      ].join('\n'),
      skills: titlesOf(skills),
    },
    points: { value, low, high, passMark },
    metrics: found.metrics.flatMap(({ name, label }) => {
      const metric = measured.find((candidate) => candidate.name === name);
      return metric ? [{ name, label, text: metricText(metric) }] : [];
    }),
    assurance,
    answersArePublic: secrecy.safeParse(definition).data?.dataset?.answersArePublic ?? true,
    receipts: [{ digest: receiptDigest, title: assignment.title }],
    validFrom: finishedAt,
  };
}

type Standing = Awaited<ReturnType<typeof stageStanding>>;

/** A passed stage: the receipts of the assignments that passed it. */
export function stageFacts({ stage, credentials }: Standing, now: Date): PassFacts {
  return {
    achievement: {
      slug: `stage-${stage.slug}`,
      kind: 'STAGE',
      title: `Stage: ${stage.title}`,
      summary: stage.goal || stage.title,
      criteria: [
        'A credential in force for each of these assignments of the stage:',
        '',
        ...credentials.map(({ title }) => `- ${title}`),
      ].join('\n'),
      skills: titlesOf(stage.skills),
    },
    points: null,
    metrics: [],
    assurance: weakest(credentials.map(({ assurance }) => assurance)),
    answersArePublic: false,
    receipts: credentials.flatMap(({ digest, title }) => (digest ? [{ digest, title }] : [])),
    validFrom: now,
  };
}

/** The student's address, hashed with a salt of this credential; after their account is deleted, something that names nobody. */
export async function subjectOf(
  tx: Tx,
  studentId: string,
  credentialId: string,
): Promise<CredentialFacts['subject']> {
  const salt = randomBytes(16).toString('hex');
  const emailHash = await hashedEmailOf(tx, studentId, salt);
  return emailHash === null ? { did: `urn:uuid:${credentialId}` } : { emailHash, salt };
}

/** A chain is as strong as its weakest link. */
const weakest = (levels: readonly Assurance[]): Assurance =>
  ASSURANCES.find((level) => levels.includes(level)) ?? 'SELF_DECLARED';

const titlesOf = (skills: readonly Skill[]): string[] =>
  SKILL_AREAS.filter(({ skill }) => skills.includes(skill)).map(({ title }) => title);

import type { Assurance } from '@holdout/domain';
import { BADGES_CONTEXT, sriOfHex, VC_CONTEXT, type IssuerPlaces } from '@holdout/verification';

export interface CredentialFacts {
  id: string;
  places: IssuerPlaces;
  organizationName: string;
  /** A digest of salt and address, or a key of the student's own. */
  subject: { emailHash: string; salt: string } | { did: string };
  achievement: {
    slug: string;
    kind: 'ASSIGNMENT' | 'STAGE';
    title: string;
    summary: string;
    /** What had to be met, in Markdown. */
    criteria: string;
    skills: readonly string[];
  };
  /** Points with interval; null for a stage, which has none of its own. */
  points: { value: number; low: number; high: number; passMark: number } | null;
  metrics: readonly { name: string; label: string; text: string }[];
  assurance: Assurance;
  answersArePublic: boolean;
  receipts: readonly { digest: string; title: string }[];
  status: { list: number; index: number };
  validFrom: Date;
}

const ASSURANCE_TEXT = {
  SELF_DECLARED: 'Self-declared: the student states that this is their own work; nobody watched.',
  SUPERVISED: 'Supervised: the work was done under the eyes of the organization.',
  INTERVIEWED:
    'Interviewed: the organization questioned the student about the work and is satisfied that it is theirs.',
} satisfies Record<Assurance, string>;

const round = (value: number): string => String(Number(value.toFixed(1)));

/** An Open Badges 3.0 credential, ready to be signed. */
export function credentialDocument(facts: CredentialFacts): Record<string, unknown> {
  const { places, achievement, organizationName, status } = facts;
  const results = resultsOf(facts);
  const statusList = places.statusList(status.list);
  return {
    '@context': [VC_CONTEXT, BADGES_CONTEXT],
    id: places.credential(facts.id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.title,
    issuer: { id: places.did, type: ['Profile'], name: organizationName, url: places.home },
    validFrom: facts.validFrom.toISOString(),
    credentialSubject: {
      ...subjectOf(facts.subject),
      type: ['AchievementSubject'],
      achievement: {
        id: places.achievement(achievement.slug),
        type: ['Achievement'],
        achievementType: achievement.kind === 'STAGE' ? 'MicroCredential' : 'Assignment',
        name: achievement.title,
        description: achievement.summary,
        criteria: { narrative: achievement.criteria },
        image: { id: places.image(achievement.slug), type: 'Image', caption: achievement.title },
        ...(achievement.skills.length > 0 && { tag: [...achievement.skills] }),
        resultDescription: results.map(({ description }) => description),
      },
      result: results.map(({ description, value }) => ({
        type: ['Result'],
        resultDescription: description.id,
        value,
      })),
    },
    evidence: facts.receipts.map(({ digest, title }) => ({
      id: places.receipt(digest),
      type: ['Evidence'],
      name: `Receipt: ${title}`,
      description:
        'A signed in-toto Statement of what produced the result: digests of the submission, the data, the scorer and the images, seed, hardware, limits and metrics.',
      genre: 'Receipt',
    })),
    relatedResource: facts.receipts.map(({ digest }) => ({
      id: places.receipt(digest),
      digestSRI: sriOfHex(digest),
    })),
    credentialStatus: {
      id: `${statusList}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: statusList,
    },
  };
}

function subjectOf(subject: CredentialFacts['subject']) {
  if ('did' in subject) return { id: subject.did };
  const { emailHash, salt } = subject;
  const identityHash = `sha256$${emailHash}`;
  return {
    identifier: [{ type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash, salt }],
  };
}

interface StatedResult {
  description: Record<string, unknown> & { id: string };
  value: string;
}

function resultsOf({ places, achievement, points, metrics, assurance, answersArePublic }: CredentialFacts) {
  const describe = (key: string, name: string, more: object = {}) => ({
    id: `${places.achievement(achievement.slug)}#${key}`,
    type: ['ResultDescription'],
    name,
    resultType: 'Result',
    ...more,
  });
  const results: StatedResult[] = [];
  if (points) {
    const scale = { resultType: 'RawScore', valueMin: '0', valueMax: '100' };
    results.push(
      {
        description: describe('points', 'Points', { ...scale, requiredValue: String(points.passMark) }),
        value: round(points.value),
      },
      {
        description: describe('points-interval', 'Points, 95 % interval'),
        value: `${round(points.low)} to ${round(points.high)}`,
      },
    );
  }
  for (const { name, label, text } of metrics)
    results.push({ description: describe(`metric-${name}`, `${label}, 95 % interval`), value: text });
  results.push({ description: describe('assurance', 'Who did the work'), value: ASSURANCE_TEXT[assurance] });
  if (answersArePublic)
    results.push({
      description: describe('answers', 'Answers are public'),
      value: 'The data this was graded on is published, so the answers could have been looked up.',
    });
  return results;
}

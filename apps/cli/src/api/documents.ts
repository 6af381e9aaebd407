import { OUTCOMES, ROLES, RUN_KINDS, type RunKind } from '@holdout/domain';
import { z } from 'zod';
import { operation } from './operation.js';

type None = Record<string, never>;

const policy = z.object({
  isOpen: z.boolean(),
  closedReason: z.string().nullable(),
  practiceLeftToday: z.int(),
  practicePerDay: z.int(),
  certificationsLeft: z.int(),
  certificationLimit: z.int(),
});

export const viewerQuery = operation<None>()(
  `query Whoami {
    viewer {
      name
      email
      organization { slug name }
      memberships { role organization { slug name } }
    }
  }`,
  z.object({
    viewer: z
      .object({
        name: z.string(),
        email: z.string(),
        organization: z.object({ slug: z.string(), name: z.string() }).nullable(),
        memberships: z.array(
          z.object({ role: z.enum(ROLES), organization: z.object({ slug: z.string(), name: z.string() }) }),
        ),
      })
      .nullable(),
  }),
);

export const assignmentsQuery = operation<None>()(
  `query Assignments {
    assignments {
      slug
      title
      bestPoints
      isPassed
      teamwork { maxTeamSize team { name } }
      policy { isOpen closedReason practiceLeftToday practicePerDay certificationsLeft certificationLimit }
    }
  }`,
  z.object({
    assignments: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        bestPoints: z.number().nullable(),
        isPassed: z.boolean(),
        teamwork: z
          .object({ maxTeamSize: z.int(), team: z.object({ name: z.string() }).nullable() })
          .nullable(),
        policy,
      }),
    ),
  }),
);

const assignment = z.object({
  slug: z.string(),
  title: z.string(),
  version: z
    .object({
      id: z.string(),
      version: z.int(),
      passMark: z.number(),
      integrityPolicy: z.string(),
      commands: z.array(
        z.object({
          name: z.string(),
          isRequired: z.boolean(),
          isRequiredToCertify: z.boolean(),
          takesNotebook: z.boolean(),
        }),
      ),
      archiveLimits: z.object({ archiveBytes: z.int(), unpackedBytes: z.int(), files: z.int() }),
      starterKitUrl: z.string(),
      publicDataUrl: z.string(),
    })
    .nullable(),
});
export type AssignmentFacts = z.infer<typeof assignment>;

export const assignmentQuery = operation<{ slug: string }>()(
  `query Assignment($slug: String!) {
    assignment(slug: $slug) {
      slug
      title
      version {
        id
        version
        passMark
        integrityPolicy
        commands { name isRequired isRequiredToCertify takesNotebook }
        archiveLimits { archiveBytes unpackedBytes files }
        starterKitUrl
        publicDataUrl
      }
    }
  }`,
  z.object({ assignment }),
);

export const metricDefinitionsQuery = operation<{ slug: string }>()(
  `query MetricDefinitions($slug: String!) {
    assignment(slug: $slug) { version { metrics { name label direction unit isGraded naive simple strong } } }
  }`,
  z.object({
    assignment: z.object({
      version: z
        .object({
          metrics: z.array(
            z.object({
              name: z.string(),
              naive: z.number().nullable(),
              simple: z.number().nullable(),
              strong: z.number().nullable(),
            }),
          ),
        })
        .nullable(),
    }),
  }),
);

const runListItem = z.object({
  id: z.string(),
  kind: z.enum(RUN_KINDS),
  status: z.enum(['QUEUED', 'RUNNING', 'FINISHED']),
  outcome: z.enum(OUTCOMES).nullable(),
  reason: z.string().nullable(),
  queuedAt: z.string(),
  assignment: z.object({ slug: z.string() }),
  score: z.object({ value: z.number(), low: z.number(), high: z.number(), isPassed: z.boolean() }).nullable(),
});
export type RunListItem = z.infer<typeof runListItem>;

export const runsQuery = operation<{ assignmentSlug: string | null; first: number }>()(
  `query Results($assignmentSlug: String, $first: Int) {
    runs(assignmentSlug: $assignmentSlug, first: $first) {
      edges {
        node {
          id
          kind
          status
          outcome
          reason
          queuedAt
          assignment { slug }
          score { value low high isPassed }
        }
      }
      pageInfo { hasNextPage }
    }
  }`,
  z.object({
    runs: z.object({
      edges: z.array(z.object({ node: runListItem })),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
    }),
  }),
);

interface SubmitInput {
  assignmentSlug: string;
  uploadId: string;
  kind: RunKind;
  declaration: { aiUse: string; help: string } | null;
}

/** What a new submission and its run are, for following it. */
const submission = z.object({
  id: z.string(),
  archiveDigest: z.string(),
  runs: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(RUN_KINDS),
        queue: z.object({ position: z.int(), etaSeconds: z.number().nullable() }).nullable(),
      }),
    )
    .min(1),
});
export type NewSubmission = z.infer<typeof submission>;
const SUBMISSION = '{ id archiveDigest runs { id kind queue { position etaSeconds } } }';

export const submitMutation = operation<{ input: SubmitInput }>()(
  `mutation Submit($input: SubmitInput!) {
    submit(input: $input) ${SUBMISSION}
  }`,
  z.object({ submit: submission }),
);

interface SubmitDrawingInput extends Omit<SubmitInput, 'uploadId'> {
  nodes: readonly string[];
  edges: readonly { from: string; to: string }[];
}

export const submitDrawingMutation = operation<{ input: SubmitDrawingInput }>()(
  `mutation SubmitDrawing($input: SubmitDrawingInput!) {
    submitDrawing(input: $input) ${SUBMISSION}
  }`,
  z.object({ submitDrawing: submission }),
);

export const cancelMutation = operation<{ runId: string }>()(
  `mutation Cancel($runId: ID!) { cancelRun(runId: $runId) { id status outcome isCancelRequested } }`,
  z.object({
    cancelRun: z.object({
      id: z.string(),
      status: z.string(),
      outcome: z.enum(OUTCOMES).nullable(),
      isCancelRequested: z.boolean(),
    }),
  }),
);

export const createApiKeyMutation = operation<{ name: string }>()(
  `mutation CreateApiKey($name: String!) { createApiKey(name: $name) { secret apiKey { id name } } }`,
  z.object({
    createApiKey: z.object({ secret: z.string(), apiKey: z.object({ id: z.string(), name: z.string() }) }),
  }),
);

export const apiKeysQuery = operation<None>()(
  `query ApiKeys { apiKeys { id start } }`,
  z.object({ apiKeys: z.array(z.object({ id: z.string(), start: z.string() })) }),
);

export const revokeApiKeyMutation = operation<{ id: string }>()(
  `mutation RevokeApiKey($id: ID!) { revokeApiKey(id: $id) }`,
  z.object({ revokeApiKey: z.boolean() }),
);

const boardRow = z.object({
  rank: z.int(),
  band: z.int(),
  name: z.string(),
  points: z.number(),
  low: z.number(),
  high: z.number(),
  isViewer: z.boolean(),
});

interface LeaderboardInput {
  assignmentSlug: string;
  board: 'PUBLIC' | 'PRIVATE';
  cohortSlug: string | null;
  first: number;
  [name: string]: unknown;
}

export const leaderboardQuery = operation<LeaderboardInput>()(
  `query Leaderboard($assignmentSlug: String!, $board: LeaderboardBoard!, $cohortSlug: String, $first: Int) {
    leaderboard(assignmentSlug: $assignmentSlug, board: $board, cohortSlug: $cohortSlug, first: $first) {
      passMark
      ownPlace { rank points low high }
      rows { rank band name points low high isViewer }
      pageInfo { hasNextPage }
    }
  }`,
  z.object({
    leaderboard: z.object({
      passMark: z.number(),
      ownPlace: z.object({ rank: z.int(), points: z.number(), low: z.number(), high: z.number() }).nullable(),
      rows: z.array(boardRow),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
    }),
  }),
);

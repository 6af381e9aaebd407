/* eslint-disable */
import type { LeaderboardQuery, LeaderboardQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LeaderboardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Leaderboard($assignmentSlug: String!, $board: LeaderboardBoard!, $cohortSlug: String, $first: Int, $after: String) {
  leaderboard(
    assignmentSlug: $assignmentSlug
    board: $board
    cohortSlug: $cohortSlug
    first: $first
    after: $after
  ) {
    board
    passMark
    isPrivateOpen
    privateOpensAt
    rows {
      id
      rank
      band
      name
      points
      low
      high
      runId
      isViewer
      publicRank
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    ownPlace {
      rank
      points
      low
      high
    }
    ownChange {
      runId
      isReleased
      message
      at
    }
  }
  cohorts {
    id
    slug
    name
  }
  assignment(slug: $assignmentSlug) {
    id
    slug
    title
    stage {
      id
      slug
      title
    }
  }
}
    `, {"documentId":"sha256:ab5a2bb036d9408f89e58b18d106d6b38b553346d113a9f510638e4cad14a305"}) as unknown as TypedDocumentString<LeaderboardQuery, LeaderboardQueryVariables>;
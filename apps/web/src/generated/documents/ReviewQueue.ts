/* eslint-disable */
import type { ReviewQueueQuery, ReviewQueueQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReviewQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReviewQueue($slug: String!, $filter: ReviewFilter!, $after: String) {
  reviewQueues {
    assignment {
      id
      slug
      title
    }
    total
    finished
    mine
    policy {
      ...ReviewPolicyFields
    }
  }
  reviewQueue(assignmentSlug: $slug, filter: $filter, first: 50, after: $after) {
    nodes {
      ...ReviewItemFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  firstToReview(assignmentSlug: $slug)
}
    fragment ReviewPolicyFields on ReviewPolicy {
  gradersPerRun
  isAnonymous
  isHeld
}
fragment ReviewItemFields on ReviewItem {
  runId
  student
  submittedAt
  automatic
  points
  graders
  finished
  mine
}`, {"documentId":"sha256:296e9d00d6230e00d397316d6fd04daf21d167a9322188c58587c90283fd365a"}) as unknown as TypedDocumentString<ReviewQueueQuery, ReviewQueueQueryVariables>;
/* eslint-disable */
import type { RerunQuery, RerunQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RerunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Rerun($id: ID!, $after: String) {
  rerun(id: $id) {
    id
    status
    version
    requestedBy
    decidedBy
    reason
    createdAt
    decidedAt
    summary {
      works
      notStarted
      underWay
      scored
      studentErrors
      unfinished
      committed
      raised
      lowered
      newlyPassed
      noLongerPassed
      credentialsIssued
      credentialsReissued
      credentialsRevoked
    }
    works(first: 50, after: $after) {
      nodes {
        ...RerunWorkRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment RerunWorkRow on RerunWork {
  id
  student
  originalRunId
  runId
  isSample
  state
  message
  before
  beforeLow
  beforeHigh
  wasPassed
  after
  afterLow
  afterHigh
  isPassed
  credential
}`, {"documentId":"sha256:0de61891a7078e6629afdf69f5ff80ba29ed1f0d92a901db29f15ade88a154af"}) as unknown as TypedDocumentString<RerunQuery, RerunQueryVariables>;
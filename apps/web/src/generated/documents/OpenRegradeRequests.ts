/* eslint-disable */
import type { OpenRegradeRequestsQuery, OpenRegradeRequestsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const OpenRegradeRequestsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OpenRegradeRequests($after: String) {
  openRegradeRequests(first: 20, after: $after) {
    requests {
      ...OpenRegrade
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment OpenRegrade on RegradeRequest {
  id
  runId
  createdAt
  assignment {
    id
    title
  }
  messages {
    author
    isFromStudent
    text
    at
  }
}`, {"documentId":"sha256:c4cf94aa9c1b0e1f6287fed263d7c701f1f7c2b0fd63b7b4e721ff0b331823b7"}) as unknown as TypedDocumentString<OpenRegradeRequestsQuery, OpenRegradeRequestsQueryVariables>;
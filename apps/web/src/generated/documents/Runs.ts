/* eslint-disable */
import type { RunsQuery, RunsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Runs($assignmentSlug: String, $first: Int, $after: String) {
  runs(assignmentSlug: $assignmentSlug, first: $first, after: $after) {
    edges {
      cursor
      node {
        ...RunLine
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RunLine on Run {
  id
  kind
  status
  outcome
  reason
  message
  queuedAt
  startedAt
  finishedAt
  isCancelRequested
  isHeld
  assignment {
    id
    slug
    title
  }
  student {
    id
    name
  }
  submission {
    id
    fileName
    archiveDigest
  }
  score {
    id
    value
    low
    high
    passMark
    isPassed
    isProvisional
  }
}`, {"documentId":"sha256:b2b625325baaef80cacc53212f45bbf331f4db3a440fba1ef270a8371cc1345a"}) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
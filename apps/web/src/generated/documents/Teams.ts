/* eslint-disable */
import type { TeamsQuery, TeamsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const TeamsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Teams($assignmentSlug: String!, $cohortId: ID!) {
  teams(assignmentSlug: $assignmentSlug, cohortId: $cohortId) {
    ...TeamFields
  }
}
    fragment TeamFields on Team {
  id
  name
  joinCode
  frozenAt
  members {
    id
    name
    isViewer
  }
}`, {"documentId":"sha256:56dad8c171749630e0f585989a43af03ee1d426f57344540f8c755c7429403d9"}) as unknown as TypedDocumentString<TeamsQuery, TeamsQueryVariables>;
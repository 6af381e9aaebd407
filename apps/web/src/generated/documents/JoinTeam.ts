/* eslint-disable */
import type { JoinTeamMutation, JoinTeamMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const JoinTeamDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation JoinTeam($assignmentSlug: String!, $code: String!) {
  joinTeam(assignmentSlug: $assignmentSlug, code: $code) {
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
}`, {"documentId":"sha256:a46b82aa69f7eb24a8a312546e70fec8f4fb1fe28e47273de7ddebf1588747bc"}) as unknown as TypedDocumentString<JoinTeamMutation, JoinTeamMutationVariables>;
/* eslint-disable */
import type { FormTeamMutation, FormTeamMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const FormTeamDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation FormTeam($assignmentSlug: String!, $name: String!) {
  formTeam(assignmentSlug: $assignmentSlug, name: $name) {
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
}`, {"documentId":"sha256:ca63cb8ceb8fddc45c5c77a6ef53aabee1394da7fba32c9988726e918880a20f"}) as unknown as TypedDocumentString<FormTeamMutation, FormTeamMutationVariables>;
/* eslint-disable */
import type { ChangeTeamMutation, ChangeTeamMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ChangeTeamDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeTeam($input: TeamChangeInput!) {
  changeTeam(input: $input) {
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
}`, {"documentId":"sha256:0df6346c009d8c20ee210a5cf0ebfe2df4a32bb489a83a64378ec179766c372d"}) as unknown as TypedDocumentString<ChangeTeamMutation, ChangeTeamMutationVariables>;
/* eslint-disable */
import type { LeaveTeamMutation, LeaveTeamMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LeaveTeamDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LeaveTeam($assignmentSlug: String!) {
  leaveTeam(assignmentSlug: $assignmentSlug)
}
    `, {"documentId":"sha256:f2319b9248d29680c382b3ac9503fa43c25e99539e0c54aa84ff43dbc92bc1a4"}) as unknown as TypedDocumentString<LeaveTeamMutation, LeaveTeamMutationVariables>;
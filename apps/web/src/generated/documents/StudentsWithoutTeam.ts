/* eslint-disable */
import type { StudentsWithoutTeamQuery, StudentsWithoutTeamQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const StudentsWithoutTeamDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StudentsWithoutTeam($assignmentSlug: String!, $cohortId: ID!, $search: String!) {
  studentsWithoutTeam(
    assignmentSlug: $assignmentSlug
    cohortId: $cohortId
    search: $search
  ) {
    id
    name
  }
}
    `, {"documentId":"sha256:972dbd719f37c0255a0811aca002075e2179c1a533a3cc70224938d93b685027"}) as unknown as TypedDocumentString<StudentsWithoutTeamQuery, StudentsWithoutTeamQueryVariables>;
/* eslint-disable */
import type { WithdrawStudentMutation, WithdrawStudentMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const WithdrawStudentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawStudent($enrollmentId: ID!, $reason: String!) {
  withdrawStudent(enrollmentId: $enrollmentId, reason: $reason)
}
    `, {"documentId":"sha256:8c209f3d43b42a611dbbe446bef57d86b12448d9effb0b0afbf4ca7c58692d70"}) as unknown as TypedDocumentString<WithdrawStudentMutation, WithdrawStudentMutationVariables>;
/* eslint-disable */
import type { EnrollStudentMutation, EnrollStudentMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const EnrollStudentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EnrollStudent($email: String!, $cohortId: ID!) {
  enrollStudent(email: $email, cohortId: $cohortId)
}
    `, {"documentId":"sha256:dce38b03651c54d1800d7bc9c7fc2f7800c15230dc0d98c342b209ea774c0741"}) as unknown as TypedDocumentString<EnrollStudentMutation, EnrollStudentMutationVariables>;
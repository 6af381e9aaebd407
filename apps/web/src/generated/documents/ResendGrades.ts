/* eslint-disable */
import type { ResendGradesMutation, ResendGradesMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ResendGradesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResendGrades($linkId: ID!) {
  resendGrades(linkId: $linkId)
}
    `, {"documentId":"sha256:1b787c76c122ee45d2f676baf4e8a9ed4a72a26fa3cdcbe19aa954d88d9bc6fc"}) as unknown as TypedDocumentString<ResendGradesMutation, ResendGradesMutationVariables>;
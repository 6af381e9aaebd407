/* eslint-disable */
import type { CompareSubmissionsMutation, CompareSubmissionsMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CompareSubmissionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CompareSubmissions($input: CompareSubmissionsInput!) {
  compareSubmissions(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:1453401456940d841904b239118a5eecbcd8f1f46a0b9ea6f49dc6df365b777d"}) as unknown as TypedDocumentString<CompareSubmissionsMutation, CompareSubmissionsMutationVariables>;
/* eslint-disable */
import type { AssureSubmissionMutation, AssureSubmissionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AssureSubmissionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AssureSubmission($submissionId: ID!, $level: Assurance!, $note: String!) {
  assureSubmission(submissionId: $submissionId, level: $level, note: $note)
}
    `, {"documentId":"sha256:b871e1d0694471cf17e5183c1a7d777ab5b3703472a2a23912d487eb96466bf0"}) as unknown as TypedDocumentString<AssureSubmissionMutation, AssureSubmissionMutationVariables>;
/* eslint-disable */
import type { SetAssignmentDatesMutation, SetAssignmentDatesMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetAssignmentDatesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetAssignmentDates($input: AssignmentDatesInput!) {
  setAssignmentDates(input: $input)
}
    `, {"documentId":"sha256:3d1aa86df53f8d52f38213cf094c70879b08950c52e302a7556c71a49584b7bc"}) as unknown as TypedDocumentString<SetAssignmentDatesMutation, SetAssignmentDatesMutationVariables>;
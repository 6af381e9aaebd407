/* eslint-disable */
import type { ChangeGroupMutation, ChangeGroupMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ChangeGroupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeGroup($input: GroupChangeInput!) {
  changeGroup(input: $input) {
    ...CohortGroupFields
  }
}
    fragment CohortGroupFields on CohortGroup {
  id
  name
  students {
    studentId
    name
  }
}`, {"documentId":"sha256:f71e3304d22ea7eafe12fb329413ae70da13664c18279f7781a643ba3b40a074"}) as unknown as TypedDocumentString<ChangeGroupMutation, ChangeGroupMutationVariables>;
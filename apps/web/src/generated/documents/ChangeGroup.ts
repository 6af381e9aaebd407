/* eslint-disable */
import type { ChangeGroupMutation, ChangeGroupMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ChangeGroupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeGroup($input: GroupChangeInput!) {
  changeGroup(input: $input) {
    ...CohortGroupFields
  }
}
    fragment ExtensionFields on Extension {
  assignmentId
  dueAt
  extraCertifications
  reason
  grantedBy
  groupName
}
fragment CohortGroupFields on CohortGroup {
  id
  name
  students {
    studentId
    name
  }
  extensions {
    ...ExtensionFields
  }
  lateDays
}`, {"documentId":"sha256:181279d3dade9f2d621aad78b49d5143891a657aaa2d39752b2a3c89c46d8c59"}) as unknown as TypedDocumentString<ChangeGroupMutation, ChangeGroupMutationVariables>;
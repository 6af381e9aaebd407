/* eslint-disable */
import type { MakeGroupMutation, MakeGroupMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MakeGroupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MakeGroup($input: NewGroupInput!) {
  makeGroup(input: $input) {
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
}`, {"documentId":"sha256:ac613c084b339e23cbbfc2fbf15632fbc8d648e3dda5ae97e842b10ca7992430"}) as unknown as TypedDocumentString<MakeGroupMutation, MakeGroupMutationVariables>;
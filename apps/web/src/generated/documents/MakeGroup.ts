/* eslint-disable */
import type { MakeGroupMutation, MakeGroupMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MakeGroupDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MakeGroup($input: NewGroupInput!) {
  makeGroup(input: $input) {
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
}`, {"documentId":"sha256:35c079ef30229c25c6dbd3e78608508e707f97ec6dee21a05abe338a14dc37d1"}) as unknown as TypedDocumentString<MakeGroupMutation, MakeGroupMutationVariables>;
/* eslint-disable */
import type { FindStudentsQuery, FindStudentsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const FindStudentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FindStudents($search: String!) {
  memberships(first: 20, search: $search, role: STUDENT) {
    nodes {
      id
      name
    }
  }
}
    `, {"documentId":"sha256:cf973b41062cca56c521f2c5cc4fc936330af8f9863f5ffb7a69842278c359ad"}) as unknown as TypedDocumentString<FindStudentsQuery, FindStudentsQueryVariables>;
/* eslint-disable */
import type { RedrawImportQuery, RedrawImportQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RedrawImportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RedrawImport($id: ID!) {
  assignmentImport(id: $id) {
    id
    status
    error
    problems {
      message
    }
  }
}
    `, {"documentId":"sha256:85e9d0fa06ae37c79825914fc9e346f5778e153cd73672b6c91227f6988bd19d"}) as unknown as TypedDocumentString<RedrawImportQuery, RedrawImportQueryVariables>;
/* eslint-disable */
import type { RosterImportsQuery, RosterImportsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RosterImportsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RosterImports($after: String) {
  rosterImports(first: 50, after: $after) {
    nodes {
      ...RosterImportFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RosterImportFields on RosterImport {
  id
  source
  name
  importedBy
  importedAt
  invited
  placed
  unchanged
  refused
  mayUndo
  undoneAt
  undoneBy
  undoReason
}`, {"documentId":"sha256:27ea46c807c1cd43cf0956ae23e4c1027d403a3072a7a3fbd0b3fc6ae9e09058"}) as unknown as TypedDocumentString<RosterImportsQuery, RosterImportsQueryVariables>;
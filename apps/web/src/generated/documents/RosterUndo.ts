/* eslint-disable */
import type { RosterUndoQuery, RosterUndoQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RosterUndoDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RosterUndo($id: ID!, $after: String, $effect: RosterUndo) {
  rosterUndo(importId: $id, first: 100, after: $after, effect: $effect) {
    import {
      ...RosterImportFields
    }
    counts {
      effect
      rows
    }
    rows {
      line
      person
      role
      cohortName
      effect
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
}`, {"documentId":"sha256:a3c2c2da40049ee52c09a1f8b63de43715c49ccf7dbea98aeab89f2005eb7ce4"}) as unknown as TypedDocumentString<RosterUndoQuery, RosterUndoQueryVariables>;
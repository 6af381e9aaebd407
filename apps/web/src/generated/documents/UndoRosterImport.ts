/* eslint-disable */
import type { UndoRosterImportMutation, UndoRosterImportMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const UndoRosterImportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UndoRosterImport($id: ID!, $reason: String!) {
  undoRosterImport(id: $id, reason: $reason) {
    id
    undoneAt
  }
}
    `, {"documentId":"sha256:ba41dd141fa4b6803cc5330674af53138ab1b763d384d59829618f6f4008efd6"}) as unknown as TypedDocumentString<UndoRosterImportMutation, UndoRosterImportMutationVariables>;
/* eslint-disable */
import type { FolderExportQuery, FolderExportQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const FolderExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FolderExport($id: ID!) {
  assignmentExport(id: $id) {
    status
    senderKey
    error
  }
}
    `, {"documentId":"sha256:b6717960d041b4979df69c78443f7ce77732c3e2207b9a58c17d9e69537c4133"}) as unknown as TypedDocumentString<FolderExportQuery, FolderExportQueryVariables>;
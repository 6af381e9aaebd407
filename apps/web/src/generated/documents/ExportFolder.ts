/* eslint-disable */
import type { ExportFolderMutation, ExportFolderMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ExportFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ExportFolder($input: ExportAssignmentInput!) {
  exportAssignment(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:a11bc67e5a76930ff1ff533dd8283064597b29d8518d205e26223b72741cbb9f"}) as unknown as TypedDocumentString<ExportFolderMutation, ExportFolderMutationVariables>;
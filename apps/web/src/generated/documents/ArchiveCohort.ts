/* eslint-disable */
import type { ArchiveCohortMutation, ArchiveCohortMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ArchiveCohortDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchiveCohort($id: ID!, $isArchived: Boolean!) {
  archiveCohort(id: $id, isArchived: $isArchived) {
    id
  }
}
    `, {"documentId":"sha256:61af6b7ec7dd2f78f704489594c97066eefa800ffa37e1ce73105d341e89fdff"}) as unknown as TypedDocumentString<ArchiveCohortMutation, ArchiveCohortMutationVariables>;
/* eslint-disable */
import type { ArchiveOrganizationMutation, ArchiveOrganizationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ArchiveOrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ArchiveOrganization($id: ID!, $isArchived: Boolean!) {
  archiveOrganization(id: $id, isArchived: $isArchived)
}
    `, {"documentId":"sha256:b1bae25a1ab6105a66a833695b7ce48f2faa815cd448208e6863049d34184650"}) as unknown as TypedDocumentString<ArchiveOrganizationMutation, ArchiveOrganizationMutationVariables>;
/* eslint-disable */
import type { AnnounceMutation, AnnounceMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AnnounceDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation Announce($input: AnnounceInput!) {
  announce(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:379ab4a4afb99596b68a6375775f767c310be312235c7c774b8636c5f920e71f"}) as unknown as TypedDocumentString<AnnounceMutation, AnnounceMutationVariables>;
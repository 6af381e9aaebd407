/* eslint-disable */
import type { ShareCredentialMutation, ShareCredentialMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ShareCredentialDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ShareCredential($id: ID!, $isShared: Boolean!) {
  shareCredential(id: $id, isShared: $isShared) {
    id
    isShared
  }
}
    `, {"documentId":"sha256:eab482b839b8899c422debd409318bfe7a34c147c5a192dd44991ff2640d1b98"}) as unknown as TypedDocumentString<ShareCredentialMutation, ShareCredentialMutationVariables>;
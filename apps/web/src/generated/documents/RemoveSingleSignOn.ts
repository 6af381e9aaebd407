/* eslint-disable */
import type { RemoveSingleSignOnMutation, RemoveSingleSignOnMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RemoveSingleSignOnDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveSingleSignOn {
  removeSingleSignOn
}
    `, {"documentId":"sha256:62651f918d9efb480e0b03e90f30dde78bb6e4227aa631970620abe189702d04"}) as unknown as TypedDocumentString<RemoveSingleSignOnMutation, RemoveSingleSignOnMutationVariables>;
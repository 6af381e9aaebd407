/* eslint-disable */
import type { SetSingleSignOnMutation, SetSingleSignOnMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetSingleSignOnDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetSingleSignOn($input: SingleSignOnInput!) {
  setSingleSignOn(input: $input) {
    issuer
    clientId
    joinsAsStudent
  }
}
    `, {"documentId":"sha256:1a62d72cd5b77e4393bb509f8dd456211d4a8554be3fab4db16a0a908a9fe09e"}) as unknown as TypedDocumentString<SetSingleSignOnMutation, SetSingleSignOnMutationVariables>;
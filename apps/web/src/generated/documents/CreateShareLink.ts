/* eslint-disable */
import type { CreateShareLinkMutation, CreateShareLinkMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CreateShareLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateShareLink($input: CreateShareLinkInput!) {
  createShareLink(input: $input)
}
    `, {"documentId":"sha256:ea2a45924ad28a615930490f01efba6e9fa6df166214ad271f6648f679a7aa9d"}) as unknown as TypedDocumentString<CreateShareLinkMutation, CreateShareLinkMutationVariables>;
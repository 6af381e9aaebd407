/* eslint-disable */
import type { RemoveLogoMutation, RemoveLogoMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RemoveLogoDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveLogo {
  removeLogo {
    id
  }
}
    `, {"documentId":"sha256:41b488883762190eaf1ecc716695f184410f6f9737ce2ab2f06c164831efddf8"}) as unknown as TypedDocumentString<RemoveLogoMutation, RemoveLogoMutationVariables>;
/* eslint-disable */
import type { StopImpersonationMutation, StopImpersonationMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const StopImpersonationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StopImpersonation {
  stopImpersonation
}
    `, {"documentId":"sha256:cb7fd56465a8c827a978a3f98e101ac9192a81e2064fd30a2ce5fb6ab965caff"}) as unknown as TypedDocumentString<StopImpersonationMutation, StopImpersonationMutationVariables>;
/* eslint-disable */
import type { ImpersonationsQuery, ImpersonationsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ImpersonationsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Impersonations {
  impersonations {
    id
    adminName
    reason
    startedAt
    until
  }
}
    `, {"documentId":"sha256:bdd32096e77fc925ba95db8c8256c7293d091be6b3b924eeac69e85b76db3641"}) as unknown as TypedDocumentString<ImpersonationsQuery, ImpersonationsQueryVariables>;
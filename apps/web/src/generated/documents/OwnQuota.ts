/* eslint-disable */
import type { OwnQuotaQuery, OwnQuotaQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const OwnQuotaDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OwnQuota {
  ownQuota {
    ...QuotaUse
  }
}
    fragment QuotaUse on QuotaState {
  what
  limit
  used
}`, {"documentId":"sha256:4515268f40dcd0cf7037e5f9adb8a31a1fc00b115127d3b0b9aa9d71db6e4145"}) as unknown as TypedDocumentString<OwnQuotaQuery, OwnQuotaQueryVariables>;
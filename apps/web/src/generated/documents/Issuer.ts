/* eslint-disable */
import type { IssuerQuery, IssuerQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const IssuerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Issuer {
  issuer {
    did
    isRotating
    keys {
      id
      publicKeyMultibase
      activeFrom
      retiredAt
      revokedAt
    }
  }
}
    `, {"documentId":"sha256:78efee2ce3051e1c770714cf46d797af11ff63f2c9927304ec5429cb5dc9745f"}) as unknown as TypedDocumentString<IssuerQuery, IssuerQueryVariables>;
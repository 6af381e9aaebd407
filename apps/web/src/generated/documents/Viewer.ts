/* eslint-disable */
import type { ViewerQuery, ViewerQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    email
    isOperator
    impersonatedUntil
    opensOneOrganization
    organization {
      id
      slug
      name
    }
    memberships {
      id
      role
      organization {
        id
        slug
        name
      }
    }
  }
}
    `, {"documentId":"sha256:0dd8ec75b59f1da67b1e5c2f110a2fd190cc8802d829b4357ddc5a34a2d4b563"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
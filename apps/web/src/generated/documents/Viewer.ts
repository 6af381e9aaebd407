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
    branding {
      accent
      logoUrl
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
    `, {"documentId":"sha256:dd46d63b8bb5080a5f4d9b6747bced3a1291d5ee813aad2c24431805bd599d5a"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
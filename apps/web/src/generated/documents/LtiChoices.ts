/* eslint-disable */
import type { LtiChoicesQuery, LtiChoicesQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LtiChoicesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LtiChoices {
  cohorts {
    id
    name
  }
  assignments {
    slug
    title
  }
}
    `, {"documentId":"sha256:7d7bd3067773833dd29c9efc677c9f2858e3e8a84e67e2f4ae9f583b21d2d237"}) as unknown as TypedDocumentString<LtiChoicesQuery, LtiChoicesQueryVariables>;
/* eslint-disable */
import type { AuthoredStagesQuery, AuthoredStagesQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AuthoredStagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuthoredStages {
  authoredStages {
    id
    slug
    title
    isPublished
    version
    hasDraft
  }
}
    `, {"documentId":"sha256:b5b0a8951c76ed3798b1fe32922511d505ac724d90b1aecd586a62eedb53274f"}) as unknown as TypedDocumentString<AuthoredStagesQuery, AuthoredStagesQueryVariables>;
/* eslint-disable */
import type { ReviewSettingsQuery, ReviewSettingsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReviewSettingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReviewSettings($slug: String!) {
  graders {
    id
    name
  }
  reviewAgreement(assignmentSlug: $slug) {
    criterionKey
    title
    n
    observed
    kappa
  }
}
    `, {"documentId":"sha256:51d02e9a03526797cd5a74eaea386ce56ee878c0dc0a8fbc143cdfbe468ea3d6"}) as unknown as TypedDocumentString<ReviewSettingsQuery, ReviewSettingsQueryVariables>;
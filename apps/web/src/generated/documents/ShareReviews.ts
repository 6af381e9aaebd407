/* eslint-disable */
import type { ShareReviewsMutation, ShareReviewsMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ShareReviewsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ShareReviews($slug: String!, $graderIds: [ID!]!) {
  shareReviews(assignmentSlug: $slug, graderIds: $graderIds)
}
    `, {"documentId":"sha256:35f0a261148caf1a218e877a1cb19669798904bce97185acead0d9e82021e92a"}) as unknown as TypedDocumentString<ShareReviewsMutation, ShareReviewsMutationVariables>;
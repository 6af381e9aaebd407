/* eslint-disable */
import type { DiscardLessonDraftMutation, DiscardLessonDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DiscardLessonDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DiscardLessonDraft($lessonId: ID!) {
  discardLessonDraft(lessonId: $lessonId) {
    ...AuthoredLessonDetailFields
  }
}
    fragment AuthoredLessonDetailFields on AuthoredLessonDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  readersBehind
  draft {
    revision
    title
    summary
    minutes
    body
    savedBy
    savedAt
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:78a974928565f8e68a4d347eae88323b91af813de14d9afc8adae033aea701ff"}) as unknown as TypedDocumentString<DiscardLessonDraftMutation, DiscardLessonDraftMutationVariables>;
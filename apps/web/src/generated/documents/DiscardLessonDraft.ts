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
}`, {"documentId":"sha256:82e18c6f4accba5e584e172dcf95c70927a6c50ff117508c98c0ce2c8d0bfdc5"}) as unknown as TypedDocumentString<DiscardLessonDraftMutation, DiscardLessonDraftMutationVariables>;
/* eslint-disable */
import type { PublishLessonMutation, PublishLessonMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PublishLessonDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishLesson($lessonId: ID!, $revision: Int!, $note: String!) {
  publishLesson(lessonId: $lessonId, revision: $revision, note: $note) {
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
}`, {"documentId":"sha256:8426ef171ef697ea6e5b7e699732b28d9ac8a9a9041e89be87dc2d8a425debb5"}) as unknown as TypedDocumentString<PublishLessonMutation, PublishLessonMutationVariables>;
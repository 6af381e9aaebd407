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
}`, {"documentId":"sha256:6a4d3d25ee727731f5b31507f9d51563245edeb0f4c8350f991d33d1605138a5"}) as unknown as TypedDocumentString<PublishLessonMutation, PublishLessonMutationVariables>;
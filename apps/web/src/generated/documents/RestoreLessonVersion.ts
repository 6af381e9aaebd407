/* eslint-disable */
import type { RestoreLessonVersionMutation, RestoreLessonVersionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RestoreLessonVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreLessonVersion($lessonId: ID!, $version: Int!) {
  restoreLessonVersion(lessonId: $lessonId, version: $version) {
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
}`, {"documentId":"sha256:a6bd9001c13e8ab1ecca783c3cf66052b2cd649b390f90440972a3c46641bfb3"}) as unknown as TypedDocumentString<RestoreLessonVersionMutation, RestoreLessonVersionMutationVariables>;
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
}`, {"documentId":"sha256:ee1c09a7998126dd2e61f438a6e825ccf5be149d215f07f7eb1fcaf3f7f855c6"}) as unknown as TypedDocumentString<RestoreLessonVersionMutation, RestoreLessonVersionMutationVariables>;
/* eslint-disable */
import type { WithdrawLessonMutation, WithdrawLessonMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const WithdrawLessonDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawLesson($lessonId: ID!) {
  withdrawLesson(lessonId: $lessonId) {
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
}`, {"documentId":"sha256:58ae5282921a55eeed2cf0dae43f57bdf222db3fa95a17f6e4aaf75a1d1660b1"}) as unknown as TypedDocumentString<WithdrawLessonMutation, WithdrawLessonMutationVariables>;
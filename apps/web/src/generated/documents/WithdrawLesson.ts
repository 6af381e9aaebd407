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
}`, {"documentId":"sha256:76323c34db5a18a7a2b67ee7b3dd0a8208e28493af465082e971629cb12030f6"}) as unknown as TypedDocumentString<WithdrawLessonMutation, WithdrawLessonMutationVariables>;
/* eslint-disable */
import type { AuthoredLessonQuery, AuthoredLessonQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AuthoredLessonDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuthoredLesson($stageSlug: String!, $lessonSlug: String!) {
  stage(slug: $stageSlug) {
    id
    slug
    title
  }
  authoredLesson(stageSlug: $stageSlug, lessonSlug: $lessonSlug) {
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
}`, {"documentId":"sha256:571fd3d3ed2a14a642c16fa2b770d89891e83506c4de40a41800fbca6a9afef9"}) as unknown as TypedDocumentString<AuthoredLessonQuery, AuthoredLessonQueryVariables>;
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
}`, {"documentId":"sha256:a0e93aff50e55688f50703111c4c11d2ef9b93448415df6ad3b833dbc00530c2"}) as unknown as TypedDocumentString<AuthoredLessonQuery, AuthoredLessonQueryVariables>;
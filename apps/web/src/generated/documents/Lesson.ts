/* eslint-disable */
import type { LessonQuery, LessonQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LessonDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Lesson($stageSlug: String!, $lessonSlug: String!) {
  lesson(stageSlug: $stageSlug, lessonSlug: $lessonSlug) {
    id
    slug
    title
    summary
    minutes
    body
    stage {
      id
      slug
      title
      position
      lessons {
        id
        slug
        title
        minutes
      }
    }
  }
}
    `, {"documentId":"sha256:f9e7c5438ec7875175d9348933148f0dd4cbc32680428e295069b046e5378721"}) as unknown as TypedDocumentString<LessonQuery, LessonQueryVariables>;
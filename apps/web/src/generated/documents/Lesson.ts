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
    version
    newestVersion
    isBegun
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
    `, {"documentId":"sha256:dbaab92d687b14f72d68e22a5ca934cc54d9c0f6658fa0bc5c25fad7b682d6f5"}) as unknown as TypedDocumentString<LessonQuery, LessonQueryVariables>;
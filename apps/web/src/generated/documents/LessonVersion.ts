/* eslint-disable */
import type { LessonVersionQuery, LessonVersionQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LessonVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LessonVersion($lessonId: ID!, $version: Int!) {
  lessonVersion(lessonId: $lessonId, version: $version) {
    version
    title
    summary
    minutes
    body
  }
}
    `, {"documentId":"sha256:ee0e7bc5d740a21c5fd1926c1984b1198761e815c8e5643bf5323cf4ba556877"}) as unknown as TypedDocumentString<LessonVersionQuery, LessonVersionQueryVariables>;
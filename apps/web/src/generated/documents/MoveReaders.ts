/* eslint-disable */
import type { MoveReadersMutation, MoveReadersMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MoveReadersDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveReaders($lessonId: ID!) {
  moveReaders(lessonId: $lessonId) {
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
}`, {"documentId":"sha256:cc28aac2b918a4b48b254ad953d42d1ab3fa05c8ca8d1a8f6879f205cf29afed"}) as unknown as TypedDocumentString<MoveReadersMutation, MoveReadersMutationVariables>;
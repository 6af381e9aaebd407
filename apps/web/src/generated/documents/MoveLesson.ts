/* eslint-disable */
import type { MoveLessonMutation, MoveLessonMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MoveLessonDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveLesson($lessonId: ID!, $isEarlier: Boolean!) {
  moveLesson(lessonId: $lessonId, isEarlier: $isEarlier) {
    id
    slug
  }
}
    `, {"documentId":"sha256:addd7bc36cabab3a58fc7d5c187c71255bb1c43d1762d05a5fff0efc41822d6a"}) as unknown as TypedDocumentString<MoveLessonMutation, MoveLessonMutationVariables>;
/* eslint-disable */
import type { BeginLessonMutation, BeginLessonMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const BeginLessonDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginLesson($input: BeginLessonInput!) {
  beginLesson(input: $input) {
    id
    slug
  }
}
    `, {"documentId":"sha256:7ac545f9ad6d45c73bee21afdf9f70ee391e74043c48bdfefa248cee98e5bd8d"}) as unknown as TypedDocumentString<BeginLessonMutation, BeginLessonMutationVariables>;
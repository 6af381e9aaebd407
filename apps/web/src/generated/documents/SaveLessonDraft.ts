/* eslint-disable */
import type { SaveLessonDraftMutation, SaveLessonDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SaveLessonDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveLessonDraft($input: SaveLessonDraftInput!) {
  saveLessonDraft(input: $input) {
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
}`, {"documentId":"sha256:349875f8451060fc03bba6cbc92af4d105d0685801100482aa6ab707bc119f28"}) as unknown as TypedDocumentString<SaveLessonDraftMutation, SaveLessonDraftMutationVariables>;
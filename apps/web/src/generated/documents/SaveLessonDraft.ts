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
}`, {"documentId":"sha256:dcb97211fb666cb147cc526363caec974fb4d9a77d026491ad9f2b23462f6bd7"}) as unknown as TypedDocumentString<SaveLessonDraftMutation, SaveLessonDraftMutationVariables>;
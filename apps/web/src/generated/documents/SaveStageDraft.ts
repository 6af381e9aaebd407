/* eslint-disable */
import type { SaveStageDraftMutation, SaveStageDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SaveStageDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveStageDraft($input: SaveStageDraftInput!) {
  saveStageDraft(input: $input) {
    ...AuthoredStageDetailFields
  }
}
    fragment StageTextFields on StageText {
  title
  goal
  unlocks
  overview
  skills
  passesNeeded
  studyAnchors {
    title
    provider
    url
    why
  }
}
fragment AuthoredStageDetailFields on AuthoredStageDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    text {
      ...StageTextFields
    }
  }
  newest {
    ...StageTextFields
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:62f011b9e2881f97e7bffea02e58be327be828244417cf65af57606de0e89ed5"}) as unknown as TypedDocumentString<SaveStageDraftMutation, SaveStageDraftMutationVariables>;
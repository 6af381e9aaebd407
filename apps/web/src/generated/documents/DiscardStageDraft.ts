/* eslint-disable */
import type { DiscardStageDraftMutation, DiscardStageDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DiscardStageDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DiscardStageDraft($stageId: ID!) {
  discardStageDraft(stageId: $stageId) {
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
}`, {"documentId":"sha256:1171ad4b884acc00607e822d75e7bc757fc1310ea2d39882ef5002344df86ac1"}) as unknown as TypedDocumentString<DiscardStageDraftMutation, DiscardStageDraftMutationVariables>;
/* eslint-disable */
import type { WithdrawStageMutation, WithdrawStageMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const WithdrawStageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawStage($stageId: ID!) {
  withdrawStage(stageId: $stageId) {
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
}`, {"documentId":"sha256:1d1e9cd96b352e060f5451ca6bad3143e11930af22215ceb29fab2d7c8a65f10"}) as unknown as TypedDocumentString<WithdrawStageMutation, WithdrawStageMutationVariables>;
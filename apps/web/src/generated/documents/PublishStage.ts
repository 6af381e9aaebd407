/* eslint-disable */
import type { PublishStageMutation, PublishStageMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PublishStageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishStage($stageId: ID!, $revision: Int!, $note: String!) {
  publishStage(stageId: $stageId, revision: $revision, note: $note) {
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
}`, {"documentId":"sha256:7fe4e688a1529a62c292ba2a10d72372d7fbd6a3a9569b302968f0bddd42ca63"}) as unknown as TypedDocumentString<PublishStageMutation, PublishStageMutationVariables>;
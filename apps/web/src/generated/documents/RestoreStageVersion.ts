/* eslint-disable */
import type { RestoreStageVersionMutation, RestoreStageVersionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RestoreStageVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreStageVersion($stageId: ID!, $version: Int!) {
  restoreStageVersion(stageId: $stageId, version: $version) {
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
}`, {"documentId":"sha256:f0c1c621dcb839ee7976920ee51c5344ee8fee87b5628b07064039e23f2ca27a"}) as unknown as TypedDocumentString<RestoreStageVersionMutation, RestoreStageVersionMutationVariables>;
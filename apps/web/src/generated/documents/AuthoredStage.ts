/* eslint-disable */
import type { AuthoredStageQuery, AuthoredStageQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AuthoredStageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuthoredStage($slug: String!) {
  authoredStage(slug: $slug) {
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
}`, {"documentId":"sha256:68045debb6e3f05a7523a8efc91ea6edd5b68e546414aa8214d86636aa8f2e7d"}) as unknown as TypedDocumentString<AuthoredStageQuery, AuthoredStageQueryVariables>;
/* eslint-disable */
import type { StageQuery, StageQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const StageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Stage($slug: String!) {
  stage(slug: $slug) {
    id
    slug
    position
    title
    goal
    unlocks
    overview
    progress
    skills
    passesNeeded
    studyAnchors {
      title
      provider
      url
      why
    }
    lessons {
      id
      slug
      title
      summary
      minutes
    }
    assignments {
      ...AssignmentLine
    }
  }
}
    fragment AssignmentLine on Assignment {
  id
  slug
  kind
  title
  summary
  bestPoints
  isPassed
}`, {"documentId":"sha256:0835e91083c12bc0dc765c05f334db9db4ae43e78b69828f275fb9694d76bde7"}) as unknown as TypedDocumentString<StageQuery, StageQueryVariables>;
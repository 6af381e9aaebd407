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
    diagrams {
      id
      slug
      title
      summary
      nodes {
        key
        label
      }
      edges {
        from
        to
      }
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
}`, {"documentId":"sha256:590745218966587758d13110dcf4ba3a371331b0f7a5c7f70ff72ece8da3371e"}) as unknown as TypedDocumentString<StageQuery, StageQueryVariables>;
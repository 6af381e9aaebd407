/* eslint-disable */
import type { RoadmapQuery, RoadmapQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RoadmapDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Roadmap {
  track {
    id
    slug
    title
    summary
    skills {
      skill
      title
      description
      evidencePoints
      evidenceCount
      evidence {
        criterion
        points
        weight
        assignmentTitle
        runId
      }
    }
    workflow {
      step
      position
      title
      description
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
    stages {
      id
      slug
      position
      title
      goal
      unlocks
      progress
      lessons {
        id
        slug
        title
        minutes
      }
      assignments {
        ...AssignmentLine
      }
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
}`, {"documentId":"sha256:944d2ac200b92b938fa94aafe7d0a88b05d3e6bef485a687d75999cc702ae0a8"}) as unknown as TypedDocumentString<RoadmapQuery, RoadmapQueryVariables>;